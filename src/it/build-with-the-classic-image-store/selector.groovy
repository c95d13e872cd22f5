// A second engine, whose image store cannot export caches. Where none can be set up there is nothing to try.
def run = { String... command ->
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    [output: process.inputStream.text, status: process.waitFor()]
}
def engine = { String... arguments ->
    run(*['bash', engineCommand, *arguments, '--dir', "${engineDirectory}-classic".toString()])
}
def started = engine('start', '--classic')
if (started.status == 3) {
    return false
}
assert started.status == 0 : started.output

def host = engine('env', '--plain').output.readLines().find { it.startsWith('DOCKER_HOST=') } - 'DOCKER_HOST='
def docker = { String... arguments ->
    run(*["${engineDirectory}-classic/bin/docker".toString(), '--config', "${engineDirectory}-classic/client".toString(), *arguments])
}
docker('context', 'rm', '-f', 'classic')
assert docker('context', 'create', 'classic', '--docker', "host=${host}".toString()).status == 0
assert docker('context', 'use', 'classic').status == 0
return true
