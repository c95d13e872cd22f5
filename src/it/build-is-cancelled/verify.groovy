import java.util.concurrent.TimeUnit

def patiently = { int seconds, Closure<Boolean> condition ->
    for (int i = 0; i < seconds * 10 && !condition(); i++) {
        sleep(100)
    }
    assert condition()
}
def runs = { String words ->
    ProcessHandle.allProcesses().any { it.info().commandLine().orElse('').contains(words) }
}

// The registry of the tests asks for no login, and is given one all the same: it has to be written down for buildx.
def server = '<server><id>127.0.0.1</id><username>somebody</username><password>hush-4f1c</password></server>'
def settings = new File(basedir, 'settings.xml')
settings.text = new File(settingsFile).text
    .replace('@localRepositoryUrl@', new File(userRepository).toURI().toString())
    .replace('<servers>', "<servers>${server}")

// Ctrl-C reaches everybody in the foreground, a build server stops Maven alone.
for (signal in ['INT', 'TERM']) {
    def temporary = new File(basedir, "temporary-${signal}")
    def log = new File(basedir, "${signal}.log")
    temporary.mkdirs()
    def builder = new ProcessBuilder('env', '--default-signal=INT', 'setsid', "${mavenHome}/bin/mvn", '-B', '-X',
        '-s', settings.path, "-Dmaven.repo.local=${localRepositoryPath}", "-Dengine.registry=${registryHost}", 'package')
        .directory(basedir).redirectErrorStream(true).redirectOutput(log)
    builder.environment().putAll([DOCKER_HOST: dockerHost, DOCKER_CONFIG: dockerConfig, PATH: dockerPath,
        MAVEN_OPTS: "-Djava.io.tmpdir=${temporary}".toString()])
    def maven = builder.start()
    patiently(60) { !maven.alive || log.readLines().any { it ==~ /.*#\d+ ready/ } }
    def login = []
    temporary.eachFileRecurse { if (it.name == 'config.json') login << it }
    assert maven.alive && login*.text.any { it.contains('127.0.0.1') } && runs(' 61473')

    assert ['kill', "-${signal}", '--', signal == 'INT' ? "-${maven.pid()}" : "${maven.pid()}"].execute().waitFor() == 0
    assert maven.waitFor(30, TimeUnit.SECONDS)
    assert maven.exitValue() != 0
    assert temporary.list().length == 0
    assert !runs("--file ${basedir}/Dockerfile")
    patiently(10) { !runs(' 61473') }
    assert !new File(basedir, 'target/docker-adr/image.digest').exists()
}
