import groovy.json.JsonSlurper

def results = new File(basedir, 'target/docker-adr')
def json = new JsonSlurper().parse(new File(results, 'verify.json'))
assert json.findings*.rule.sort() == ['IMAGE0401', 'IMAGE0601', 'IMAGE0607', 'IMAGE0609', 'IMAGE0803']
assert json.findings.every { it.file == 'target/docker-adr/image.txt' && it.severity == 'error' }

def sarif = new JsonSlurper().parse(new File(results, 'verify.sarif'))
assert sarif.runs[0].results*.ruleId.contains('IMAGE0609')
[new File(basedir, 'build.log'), new File(results, 'image.txt'), new File(results, 'verify.json')].each {
    assert !it.text.contains('correct-horse') : "${it.name} shows a secret"
}
assert new File(basedir, 'build.log').text.contains("'/root/.ssh/id_rsa' in layer 1 holds an SSH key")

def layout = new JsonSlurper().parse(new File(basedir, 'target-of-layout/docker-adr/verify.json'))
def formats = layout.findings.findAll { it.rule.startsWith('IMAGE09') }.collect { [it.rule, it.severity, it.message] }
assert formats == [
    ['IMAGE0901', 'warning', 'layer 1 takes 2.0 MB, since it is not compressed'],
    ['IMAGE0902', 'error', 'layer 2 is not compressed, and its media type says gzip'],
    ['IMAGE0903', 'warning', "layer 3 is in Docker's format, and the manifest in the OCI's format"],
    ['IMAGE0904', 'warning', 'layer 4 is not kept with the image']
]
return true
