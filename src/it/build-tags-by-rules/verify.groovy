import groovy.json.JsonSlurper
import io.daviestechlabs.dockeradr.it.RegistryContent

def file = new File(localRepositoryPath, 'it/build-tags-by-rules/1.4.2/build-tags-by-rules-1.4.2-image.json')
def image = new JsonSlurper().parse(file)
assert image.tags == ['1.4.2', '1.4', '1', 'feature-Login', '20261101', 'latest']
assert image.names.any { it.startsWith("${registryHost}/it/build-tags-by-rules-beside:2") }

def registry = new RegistryContent(registryHost)
def name = image.image - "${registryHost}/"
assert image.tags.every { registry.digest(name, it) == image.imageDigest }

// The second run said no before it built anything.
def log = new File(basedir, 'build.log').readLines()
assert log.any { it.contains('ERROR') && it.contains("The registry has ${image.image}:1.4.2, ${image.image}:20261101 already") }
assert log.count { it.contains('built ' + image.image) } == 1
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
return true
