import io.daviestechlabs.dockeradr.it.RegistryContent

def name = "${registryHost}/it/build-skips-what-has-not-changed"
def lines = new File(basedir, 'build.log').readLines().findAll {
    it =~ /(nothing has changed|building [^ ]+): / || it.contains('] built ')
}.collect { it.replaceFirst(/^\[INFO\] /, '').replaceFirst(/ in [0-9.]+m?s: .*/, '') }
assert lines.size() == 11
assert lines[0] == "building ${name}:1.0: there is no record of a last build"
assert lines[2] ==~ /nothing has changed: .*:1\.0 is sha256:[0-9a-f]{64}/
assert !new File(basedir, 'calls').exists() : 'docker did more than tell what the engine has'
assert lines[3] == "building ${name}:1.0: src/app.c has changed"
assert lines[5].startsWith("building ${name}:1.0: ${name}/base:1 moved from sha256:")
assert lines[7].startsWith("building ${name}:1.0: in the registry, ${name}:1.0 is sha256:")
assert lines[9] == "building ${name}:1.0: there is no record of a last build"
[1, 4, 6, 8, 10].each { assert lines[it] == "built ${name}:1.0" }
def digest = new RegistryContent(registryHost).digest('it/build-skips-what-has-not-changed', '1.0')
assert new File(basedir, 'target/docker-adr/image.digest').text == digest
return true
