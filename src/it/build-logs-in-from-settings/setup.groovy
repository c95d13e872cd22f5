def port = new ServerSocket(0).withCloseable { it.localPort }
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('it.port', String.valueOf(port))
def configuration = new File(basedir, 'registry.yml')
configuration.text = """\
version: 0.1
storage:
  filesystem: {rootdirectory: ${basedir}/registry}
http: {addr: "127.0.0.1:${port}"}
auth:
  htpasswd: {realm: it, path: ${basedir}/htpasswd}
"""
new File(basedir, 'target/temporary').mkdirs()
// It ends by itself if the test does not come to its end.
def registry = new ProcessBuilder('timeout', '120', "${engineDirectory}/root/usr/bin/docker-registry", 'serve', "${configuration}")
    .redirectErrorStream(true).redirectOutput(new File(basedir, 'registry.log')).start()
new File(basedir, 'registry.pid').text = registry.pid()
def answers = { try { new Socket('127.0.0.1', port).close(); true } catch (IOException e) { false } }
for (int i = 0; i < 100 && !answers(); i++) {
    sleep 100
}
assert answers()
return true
