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
return true
