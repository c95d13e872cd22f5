// A second engine that listens on TCP, with TLS on both sides. Where none can be set up there is nothing to try.
def run = { String... command ->
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    [output: process.inputStream.text, status: process.waitFor()]
}
def directory = "${engineDirectory}-remote".toString()
def engine = { String... arguments -> run(*['bash', engineCommand, *arguments, '--dir', directory]) }
def started = engine('start', '--tls')
if (started.status == 3) {
    return false
}
assert started.status == 0 : started.output

def host = engine('env', '--plain').output.readLines().find { it.startsWith('ENGINE_TLS=') } - 'ENGINE_TLS='
def docker = { String... arguments ->
    run(*["${directory}/bin/docker".toString(), '--config', "${directory}/client".toString(), *arguments])
}
def tls = "${directory}/tls".toString()
[remote: ",ca=${tls}/ca.pem,cert=${tls}/cert.pem,key=${tls}/key.pem", stranger: ",ca=${tls}/ca.pem"].each { name, keys ->
    docker('context', 'rm', '-f', name)
    def created = docker('context', 'create', name, '--docker', "host=${host}${keys}".toString())
    assert created.status == 0 : created.output
}
return true
