import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
['one', 'two'].each { module ->
    def labels = registry.config("it/two-modules/${module}", '1.0').config.Labels
    assert labels['org.opencontainers.image.title'] == "Module ${module}"
    assert labels['org.opencontainers.image.vendor'] == 'DaviesTechLabs'
    // Maven appends the module's path to an inherited address; what the parent wrote is the one that exists.
    assert labels['org.opencontainers.image.source'] == 'https://git.example.com/it/build-two-modules-at-once'
    def digest = new File(basedir, "${module}/target/docker-adr/image.digest").text.trim()
    assert digest == registry.digest("it/two-modules/${module}", '1.0')
    assert registry.layerTypes("it/two-modules/${module}", 'buildcache').every { it.endsWith('tar+zstd') }
}
assert !new File(basedir, 'build.log').readLines().any { it.contains('not marked as thread-safe') }

// What the machine can do is asked once for all modules.
def calls = new File(basedir, 'calls').readLines()
assert calls.count { it.startsWith('info ') } == 1
assert calls.count { it.startsWith('buildx build ') } == 2
return true
