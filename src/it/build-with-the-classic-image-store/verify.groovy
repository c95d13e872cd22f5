import io.daviestechlabs.dockeradr.it.RegistryContent

def name = 'it/build-with-the-classic-image-store'
def registry = new RegistryContent(registryHost)
def labels = registry.config(name, '1.0').config.Labels
assert labels['org.opencontainers.image.vendor'] == 'DaviesTechLabs'
assert labels['org.opencontainers.image.description'] == 'An image of the tests.' : 'the name keeps its image'
assert !registry.has(name, 'buildcache')

def log = new File(basedir, 'build.log').readLines()
assert log.any { it.contains('[WARNING]') && it.contains('The cache is read but not written') }
assert log.any { it.contains('[ERROR]') && it.contains("The required cache is beyond the engine's classic image store") }
assert log.any {
    it.contains('[ERROR]') && it.contains("The registry has ${registryHost}/${name}:1.0 already, and the engine's classic image store")
}
assert log.contains("[INFO] verified ${registryHost}/${name}:1.0 (linux/amd64) from the engine".toString())
assert log.any { it.contains('in 1 files') } : 'what this store packs up is read'
assert !new File(basedir, 'target/docker-adr/image.digest').exists() : 'the last build failed'
