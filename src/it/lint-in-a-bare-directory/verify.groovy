import groovy.json.JsonSlurper

def json = new JsonSlurper().parse(new File(basedir, 'target/docker-adr/lint.json'))
assert json.findings.any { it.rule == 'ADR0001' && it.file == 'Containerfile' && it.line == 2 }
