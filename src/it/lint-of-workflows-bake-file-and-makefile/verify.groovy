import groovy.json.JsonSlurper

def json = new JsonSlurper().parse(new File(basedir, 'target/docker-adr/lint.json'))
def found = { file -> json.findings.findAll { it.file == file }.collect { [it.rule, it.severity, it.line] } }

def broken = json.findings.findAll { it.file == '.gitea/workflows/broken.yml' }
assert broken.collect { [it.rule, it.severity, it.line, it.column] } == [['ADR0001', 'error', 7, 6]]
assert broken[0].message.startsWith('no YAML: ')

// the others are linted all the same
assert found('.gitea/workflows/image.yml') == [['ADR0901', 'error', 11], ['ADR0901', 'error', 12]]
assert found('.github/workflows/image.yml') == [['ADR0901', 'warning', 9], ['ADR0901', 'warning', 10]]
assert found('.gitea/actions/image/action.yml') ==
    [['ADR0901', 'error', 10], ['ADR0904', 'warning', 10], ['ADR1102', 'warning', 11]]
assert found('docker-bake.hcl') == [['ADR0903', 'warning', 5]]
assert found('Makefile') == [['ADR1101', 'info', 1], ['ADR1102', 'warning', 4]]
assert found('Dockerfile')*.first().contains('ADR0401')
return true
