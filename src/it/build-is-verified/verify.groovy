import groovy.json.JsonSlurper

def results = new File(basedir, 'target/docker-adr')
def json = new JsonSlurper().parse(new File(results, 'verify.json'))
assert json.findings == []
assert json.summary.files == 1

def outline = new File(results, 'image.txt').readLines()
assert outline.contains('user      1000:1000')
assert outline.any { it.startsWith('layer 1') && it.contains(' base ') }
assert outline.last().contains('COPY answer.txt /app/')

// The page about the build says what is in the layers.
assert new File(results, 'build.html').text.contains('>/app/answer.txt  5 B<')

def log = new File(basedir, 'build.log').readLines()
def name = "${registryHost}/it/build-is-verified"
assert log.contains("[INFO] verified ${name} (linux/amd64) from registry ${registryHost}".toString())
assert log.contains("[INFO] verified ${name}:1.0 (linux/amd64) from the engine".toString())
return true
