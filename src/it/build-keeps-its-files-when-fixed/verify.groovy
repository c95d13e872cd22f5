import io.daviestechlabs.dockeradr.it.FileSystemTar

def process = new ProcessBuilder('bash', 'build-all', 'target/after', registryHost).directory(basedir).redirectErrorStream(true)
process.environment().putAll([DOCKER_HOST: dockerHost, DOCKER_CONFIG: dockerConfig, PATH: dockerPath])
def started = process.start()
def output = started.inputStream.text
assert started.waitFor() == 0 : output

def cases = new File(basedir, 'cases').list().sort()
assert cases.size() >= 10
cases.each { name ->
    def source = new File("${basedir}/../../../src/it/${basedir.name}/cases/${name}/Dockerfile")
    assert new File(basedir, "cases/${name}/Dockerfile").text != source.text : "nothing was fixed in ${name}"
    def before = FileSystemTar.read(new File(basedir, "target/before/${name}.tar").toPath())
    def after = FileSystemTar.read(new File(basedir, "target/after/${name}.tar").toPath())
    assert after.size() > 20 : name
    def differences = FileSystemTar.differences(before, after)
    assert differences.isEmpty() : name + '\n' + differences.join('\n')
}
return true
