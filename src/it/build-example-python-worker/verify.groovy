import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
def config = registry.config('example/python-worker', '1.2.0').config
assert config.Labels['org.opencontainers.image.licenses'] == 'MIT'
assert config.Labels['org.opencontainers.image.title'] == 'Python Worker'
assert config.User == '1000:1000'
assert config.Healthcheck.Interval == 30_000_000_000

def cache = registry.layerTypes('example/python-worker', 'buildcache')
assert cache
assert cache.every { it.endsWith('tar+zstd') }

def lines = new File(basedir, '.dockerignore').readLines()
assert lines.containsAll(['**/__pycache__', '**/*.pyc', '**/.venv', '**/.git'])
