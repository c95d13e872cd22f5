import groovy.json.JsonSlurper
import io.daviestechlabs.dockeradr.it.RegistryContent

def name = 'it/build-writes-archives'
def digest = new File(basedir, 'target/docker-adr/image.digest').text.trim()
def registry = new RegistryContent(registryHost)
assert registry.digest(name, '1.0') == digest
assert registry.layerTypes(name, '1.0').every { it == 'application/vnd.oci.image.layer.v1.tar+zstd' }

def image = new File(basedir, 'target/image')
def shell = { String script ->
    def builder = new ProcessBuilder('bash', '-c', script).directory(image).redirectErrorStream(true)
    builder.environment().putAll([DOCKER_HOST: dockerHost, DOCKER_CONFIG: dockerConfig, PATH: dockerPath])
    def process = builder.start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output
}
def first = { String json -> new JsonSlurper().parseText(json).manifests[0].digest }
assert first(new File(image, 'layout/index.json').text) == digest
assert first(shell('tar -xOf oci.tar index.json')) == digest
def reference = "${registryHost}/${name}:1.0"
shell("docker image rm ${reference}; docker load --input docker.tar")
assert shell("docker run --rm ${reference} cat /file").trim() == 'content'

def log = new File(basedir, 'build.log').readLines()
assert log.any { it.contains('read back from the registry') && it.endsWith('daemon and the archive oci.tar and the layout layout and the archive docker.tar') }
assert log.count { it.contains('WARNING') && it.contains('compressed again with zstd') } == 1
assert log.any { it.contains('WARNING') && it.contains('not reproducible: files keep the times of this build') }
return true
