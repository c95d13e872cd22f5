import io.daviestechlabs.dockeradr.it.RegistryContent

def name = 'it/build-takes-layers-from-the-registry'
def registry = new RegistryContent(registryHost)
assert registry.layerTypes(name, 'buildcache').every { it.endsWith('tar+zstd') }
assert new File(basedir, 'target/docker-adr/image.digest').text.trim() == registry.digest(name, '1.0')

def shell = { String script ->
    def builder = new ProcessBuilder('bash', '-c', script).directory(basedir).redirectErrorStream(true)
    builder.environment().putAll([DOCKER_HOST: dockerHost, DOCKER_CONFIG: dockerConfig, PATH: dockerPath])
    def process = builder.start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output
}
// Neither image nor build cache is left on this machine: a step that does not run again comes from the registry.
shell("docker image rm -f ${registryHost}/${name}:1.0 >/dev/null 2>&1; docker buildx prune -af")
def output = shell("docker buildx build --progress=plain -f Dockerfile.plain --platform linux/amd64 " +
    "--build-arg REGISTRY=${registryHost} --cache-from type=registry,ref=${registryHost}/${name}:buildcache .")
assert output.readLines().any { it ==~ /#\d+ CACHED/ } : output
