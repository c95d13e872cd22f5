import groovy.json.JsonOutput
import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
def name = 'it/build-keeps-secrets-out'
def secret = 'hush-7d1f'
// The RUN compared a checksum, so the value itself belongs nowhere.
assert !JsonOutput.toJson(registry.config(name, '1.0')).contains(secret)
assert !JsonOutput.toJson(registry.manifest(name, '1.0')).contains(secret)
new File(basedir, 'target/docker-adr').eachFile { assert !it.text.contains(secret) }
assert !new File(basedir, 'build.log').text.contains(secret)
