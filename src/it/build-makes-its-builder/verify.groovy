import groovy.json.JsonSlurper
import io.daviestechlabs.dockeradr.it.RegistryContent

def image = "${registryHost}/it/no-buildkit:1"
def builder = { String name -> new JsonSlurper().parse(new File(basedir, "buildx/instances/${name}")) }
def calls = new File(basedir, 'calls').readLines()
def log = new File(basedir, 'build.log').readLines()

// In a container: the builder is made once, and cannot be started.
def own = builder('it-builder')
assert own.Driver == 'docker-container'
assert own.Nodes.size() == 1 && own.Nodes[0].DriverOpts.image == image
assert calls.count { it.startsWith('buildx create --name it-builder ') } == 1
['one', 'two'].each { module ->
    def at = log.findIndexOf { it.startsWith('[ERROR] Failed to execute goal') && it.contains(" on project ${module}: ") }
    assert log[at].contains("The builder cannot be started: its image ${image} cannot be pulled: it is not there")
    assert log[at + 1].contains('<createBuilder><options><image>')
}
assert log.every { !it.contains('trying again') }

// On a remote machine: both modules are built there, for two platforms.
assert builder('it-remote').Driver == 'remote'
assert calls.count { it.startsWith('buildx create --name it-remote ') } == 1
assert calls.count { it.startsWith('buildx build ') && it.contains('--builder it-remote') } == 4
def registry = new RegistryContent(registryHost)
['one', 'two'].each { module ->
    def index = registry.manifest("it/builder/${module}", '1.0')
    assert index.manifests*.platform*.architecture == ['amd64', 'arm64']
    assert new File(basedir, "${module}/target/docker-adr/image.digest").text == registry.digest("it/builder/${module}", '1.0')
}
// What no registry has is taken out of the engine and handed over on disk.
assert log.count { it.contains("handing over ${registryHost}/it/builder/base:1.0 from the engine to the builder") } == 1
assert !registry.has('it/builder/base', '1.0')
def base = new File(basedir, 'base/target/docker-adr/image.digest').text
assert registry.config('it/builder/app', '1.0').config.Labels['org.opencontainers.image.base.digest'] == base
return true
