import groovy.json.JsonOutput
import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
def name = 'it/build-keeps-secrets-out'
def index = registry.manifest(name, '1.0')
def (statements, images) = index.manifests.split { it.annotations?.get('vnd.docker.reference.type') == 'attestation-manifest' }
assert statements.size() == 1 && images.size() == 1
def statement = registry.blob(name, registry.manifest(name, statements[0].digest).layers[0].digest)
assert statement.predicateType.startsWith('https://slsa.dev/provenance/')
assert JsonOutput.toJson(statement).contains('"build-arg:REGISTRY":') : 'what the mode max says beside'

// The RUN compared checksums, so the values themselves belong nowhere.
def shown = [index, statement, registry.config(name, images[0].digest)].collect { JsonOutput.toJson(it) }
new File(basedir, 'target/docker-adr').eachFile { shown << it.text }
def log = new File(basedir, 'build.log').text
shown << log
def key = new File(basedir, 'key.pem').readLines()[1]
['hush-7d1f', 'hush-5e90', key].each { secret -> assert shown.every { !it.contains(secret) } }
assert log.contains('***') : 'what was printed is hidden'
return true
