import groovy.json.JsonSlurper

def image = "${registryHost}/it/no-buildkit:1"
def builder = new JsonSlurper().parse(new File(basedir, 'buildx/instances/it-builder'))
assert builder.Driver == 'docker-container'
assert builder.Nodes.size() == 1 && builder.Nodes[0].DriverOpts.image == image

def calls = new File(basedir, 'calls').readLines()
assert calls.count { it.startsWith('buildx create ') } == 1
assert calls.findAll { it.startsWith('buildx build ') }.every { it.contains('--builder it-builder') }

def log = new File(basedir, 'build.log').readLines()
['one', 'two'].each { module ->
    def at = log.findIndexOf { it.startsWith('[ERROR] Failed to execute goal') && it.contains(" on project ${module}: ") }
    assert log[at].contains("The builder cannot be started: its image ${image} cannot be pulled: it is not there")
    assert log[at + 1].contains('<createBuilder><options><image>')
    assert !new File(basedir, "${module}/target/docker-adr/image.digest").exists()
}
assert log.every { !it.contains('trying again') }
return true
