// A registry that is not there when the second build pushes, and comes back when that one has said that it waits.
def port = new ServerSocket(0).withCloseable { it.localPort }
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('it.port', String.valueOf(port))
def log = new File(basedir, 'build.log')
def (host, number) = registryHost.split(':')

def forward = { Socket caller ->
    def registry = new Socket(host, number as int)
    [[caller, registry], [registry, caller]].each { from, to ->
        Thread.startDaemon {
            try {
                from.inputStream.transferTo(to.outputStream)
                to.shutdownOutput()
            } catch (IOException ignored) {
                to.close()
            }
        }
    }
}
Thread.startDaemon {
    while (!(log.exists() && log.text.contains("Registry 127.0.0.1:${port} cannot be reached"))) {
        sleep(50)
    }
    def server = new ServerSocket(port, 50, InetAddress.loopbackAddress)
    while (true) {
        forward(server.accept())
    }
}
return true
