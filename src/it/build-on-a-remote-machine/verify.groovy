import io.daviestechlabs.dockeradr.it.RegistryContent

def name = 'it/build-on-a-remote-machine'
def registry = new RegistryContent(registryHost)
assert registry.config(name, '1.0').config.Labels['org.opencontainers.image.vendor'] == 'DaviesTechLabs'
assert registry.layerTypes(name, 'buildcache').every { it.endsWith('tar+zstd') }

// What the remote daemon itself has, asked with its client's certificate.
def directory = "${engineDirectory}-remote".toString()
def process = new ProcessBuilder("${directory}/bin/docker".toString(), '--config', "${directory}/client".toString(), '--context', 'remote',
    'image', 'inspect', '--format', '{{join .RepoDigests " "}}', "${registryHost}/${name}:1.0".toString()).redirectErrorStream(true).start()
assert process.inputStream.text.contains(registry.digest(name, '1.0'))

def log = new File(basedir, 'build.log').readLines()
assert log.any { it.contains('read back from the registry') && it.contains('and the daemon') }
assert log.contains("[INFO] verified ${registryHost}/${name}:1.0 (linux/amd64) from the engine".toString())
assert log.count { it.startsWith('[INFO]   digest') && it.contains(registry.digest(name, '1.0')) } == 2 : 'built and verified'
assert log.any { it.startsWith('[ERROR]') && it.contains('do not trust each other') } : 'a stranger is told why'
assert log.any { it.contains('does not tell about image') && it.contains('certificate required') } : 'and by verify'
assert !new File(basedir, 'target/docker-adr/image.digest').exists() : 'the last build failed'

// The same daemon by variables instead of a context.
def engine = ['bash', engineCommand, 'env', '--plain', '--dir', directory].execute()
def host = engine.text.readLines().find { it.startsWith('ENGINE_TLS=') } - 'ENGINE_TLS='
def settings = new File(basedir, 'settings.xml')
settings.text = new File(settingsFile).text.replace('@localRepositoryUrl@', new File(userRepository).toURI().toString())
def named = new File(basedir, 'variables.log')
def builder = new ProcessBuilder("${mavenHome}/bin/mvn", '-B', '-s', settings.path, "-Dmaven.repo.local=${localRepositoryPath}",
    "-Dengine.registry=${registryHost}", 'package', '-Ddocker-adr.load', 'docker-adr:verify',
    "-Ddocker-adr.reference=docker-daemon:${registryHost}/${name}:1.0").directory(basedir).redirectErrorStream(true).redirectOutput(named)
builder.environment().putAll([DOCKER_HOST: host, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: "${directory}/tls".toString(),
    DOCKER_CONFIG: "${directory}/client".toString(), PATH: dockerPath])
assert builder.start().waitFor() == 0 : named.text
assert named.readLines().any { it.contains('read back from the registry') && it.contains('and the daemon') }
assert named.readLines().contains("[INFO] verified ${registryHost}/${name}:1.0 (linux/amd64) from the engine".toString())
return true
