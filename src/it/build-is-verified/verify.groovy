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

// Each rule that BuildKit lets an image break.
def wrong = new File(basedir, 'wrong/target/docker-adr')
def broken = new JsonSlurper().parse(new File(wrong, 'verify.json')).findings
def rules = { String... numbers -> numbers.collect { 'IMAGE' + it } }
assert broken*.rule.unique().sort() == rules('0401', '0402', '0403', '0501', '0602', '0603', '0604', '0605', '0606', '0607',
    '0608', '0609', '0701', '0801', '0802', '0803', '0804', '0805')
assert broken.findAll { it.rule == 'IMAGE0609' }*.message.any { it.contains("'/app/settings.yml' in layer 4 holds a private key") }
assert broken.any { it.rule == 'IMAGE0701' && it.message.contains('the base image was made on 2020-09-13') }
assert new File(wrong, 'verify-checkstyle.xml').text.contains("'/app/settings.yml' in layer 4")
assert broken.every { !it.message.contains('/base/') } : 'the layers of the base image are not judged'
[new File(basedir, 'build.log'), *['verify.json', 'image.txt', 'image.json', 'build.html'].collect { new File(wrong, it) }].each {
    assert !it.text.contains('correct-horse') : "${it.name} shows a secret"
}
return true
