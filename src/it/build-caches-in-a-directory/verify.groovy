import groovy.json.JsonSlurper

def repository = "${registryHost}/it/build-caches-in-a-directory".replaceAll('[^A-Za-z0-9_.]+', '-')
def cache = new File(basedir, "caches/${repository}/buildcache-feature-x")
def blob = { String digest -> new File(cache, 'blobs/' + digest.replace(':', '/')) }
def index = new JsonSlurper().parse(new File(cache, 'index.json'))
def manifest = new JsonSlurper().parse(blob(index.manifests[0].digest))
def layers = manifest.layers.findAll { !it.mediaType.contains('cacheconfig') }
assert layers && layers.every { it.mediaType.endsWith('tar+zstd') && blob(it.digest).length() == it.size }

def log = new File(basedir, 'build.log').text
assert log =~ /cache    .*buildcache-feature-x: ${layers.size()} layers?, (all )?zstd/
// What the second build did not need any more is kept for a day, and no longer.
assert cache.toPath().resolve('blobs/sha256').toFile().list().length >= layers.size() + 1
return true
