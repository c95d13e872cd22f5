import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
def results = new File(basedir, 'target/docker-adr')

def digest = new File(results, 'image.digest').text.trim()
assert digest == registry.digest('example/java-service', '1.2.0')

def config = registry.config('example/java-service', '1.2.0').config
def label = { config.Labels['org.opencontainers.image.' + it] }
assert label('title') == 'Java Service'
assert label('description') == 'Answers with a greeting.'
assert label('vendor') == 'DaviesTechLabs'
assert label('source') == 'https://git.example.com/demo/java-service'
assert label('licenses') == 'Apache-2.0'
assert label('version') == '1.2.0'
assert label('created') == '2026-11-01T12:00:00Z'
assert label('base.name') == "${registryHost}/base/java:17"
assert label('base.digest') == registry.digest('base/java', '17')
assert config.User == '1000:1000'
assert config.Healthcheck.Test[0] == 'CMD-SHELL'
assert config.Healthcheck.StartPeriod == 10_000_000_000

def cache = registry.layerTypes('example/java-service', 'buildcache')
assert cache
assert cache.every { it.endsWith('tar+zstd') }

def lines = new File(basedir, '.dockerignore').readLines()
assert lines.contains('!target/java-service.jar')
assert new File(results, 'image.id').text.startsWith('sha256:')
assert new File(results, 'metadata.json').length() > 0
assert new File(results, 'image.json').length() > 0

def deployment = new File(basedir, 'target/deployment/service.yaml').readLines()
assert deployment.last().trim() == "image: ${registryHost}/example/java-service@${digest}"
