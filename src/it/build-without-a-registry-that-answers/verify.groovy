import io.daviestechlabs.dockeradr.it.RegistryContent

def builds = new File(basedir, 'build.log').text.split('Building build-without-a-registry-that-answers')
assert builds.size() == 3
def lines = builds.collect { it.readLines() }
def waits = { it.contains('WARNING') && it.contains('trying again in 1 s') }
assert lines[1].any { it.contains('ERROR') && it.contains('127.0.0.1:9') }
assert lines[1].count(waits) == 1

assert lines[2].any(waits)
def digest = new RegistryContent(registryHost).digest('it/build-without-a-registry-that-answers', '1.0')
assert new File(basedir, 'target/docker-adr/image.digest').text == digest
return true
