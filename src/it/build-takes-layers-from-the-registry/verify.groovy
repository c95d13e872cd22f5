import io.daviestechlabs.dockeradr.it.RegistryContent

def name = 'it/build-takes-layers-from-the-registry'
def registry = new RegistryContent(registryHost)
assert registry.layerTypes(name, 'buildcache').every { it.endsWith('tar+zstd') }
assert new File(basedir, 'target/docker-adr/image.digest').text.trim() == registry.digest(name, '1.0')

def proposed = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[INFO]   cache ') }.last()
assert proposed.contains('read only, for this is pull request 7: ')
assert ['buildcache-pr-7', 'buildcache-fix'].every { !registry.has(name, it) }

def shell = { String script ->
    def builder = new ProcessBuilder('bash', '-c', script).directory(basedir).redirectErrorStream(true)
    builder.environment().putAll([DOCKER_HOST: dockerHost, DOCKER_CONFIG: dockerConfig, PATH: dockerPath])
    def process = builder.start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output
}
// The RUN writes the time, so the same file in both images says that it ran once.
def image = "${registryHost}/${name}:1.0"
def built = { String reference -> shell("docker run --rm ${reference} cat /built").trim() }
def first = built(image)

// Neither image nor build cache is left on this machine.
shell("docker image rm -f ${image}; docker buildx prune -af")
shell("docker buildx build -q --load -t it/again -f Dockerfile.plain --platform linux/amd64 " +
    "--build-arg REGISTRY=${registryHost} --cache-from type=registry,ref=${registryHost}/${name}:buildcache .")
def second = built('it/again')
shell('docker image rm -f it/again')
assert second == first
