import io.daviestechlabs.dockeradr.it.RegistryContent

def directory = "${engineDirectory}-oldest".toString()
def docker = { String... arguments ->
    def command = ["${directory}/bin/docker".toString(), '--config', "${directory}/client".toString(), *arguments]
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output
}
// The release that the plugin takes for the oldest, or this says nothing about it.
assert docker('buildx', 'version') =~ / v?0\.13\./

def name = 'it/build-with-the-oldest-buildx'
def registry = new RegistryContent(registryHost)
def digest = registry.digest(name, '1.0')
assert registry.config(name, '1.0').config.Labels['org.opencontainers.image.vendor'] == 'DaviesTechLabs'
assert registry.layerTypes(name, 'buildcache').every { it.endsWith('tar+zstd') }

def log = new File(basedir, 'build.log').readLines()
// Built and verified, with and without a push.
assert log.count { it.startsWith('[INFO]   digest') && it.contains(digest) } == 4
assert log.any { it.contains('read back from the registry') && it.contains('and the daemon') }
assert log.any { it.startsWith("[INFO] verified ${registryHost}/${name}") && it.endsWith("from registry ${registryHost}") }
// The second build, which pushes nothing.
assert log.any { it.contains('read back from the daemon') }
assert log.contains("[INFO] verified ${registryHost}/${name}:1.0 (linux/amd64) from the engine".toString())
assert log.any { it =~ /built .*: 1 step, 1 cached/ }
return true
