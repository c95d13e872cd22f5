import groovy.json.JsonSlurper
import io.daviestechlabs.dockeradr.it.RegistryContent

def file = new File(localRepositoryPath, 'it/build-tags-by-rules/1.4.2/build-tags-by-rules-1.4.2-image.json')
def image = new JsonSlurper().parse(file)
assert image.tags == ['1.4.2', '1.4', '1', 'feature-Login', '20261101', 'latest']
assert image.names.any { it.startsWith("${registryHost}/it/build-tags-by-rules-beside:2") }

def registry = new RegistryContent(registryHost)
def name = image.image - "${registryHost}/"
assert image.tags.every { registry.digest(name, it) == image.imageDigest }

// The second run found its own image, the third one somebody else's.
def log = new File(basedir, 'build.log').readLines()
def taken = "${image.image}:1.4.2, ${image.image}:20261101 already"
assert log.count { it.endsWith("the registry has ${taken}") } == 1
assert log.any { it.contains('ERROR') && it.contains("The registry has ${taken}, as ${image.imageDigest}, which is not the image built") }
assert log.count { it.contains('built ' + image.image) } == 2
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
return true
