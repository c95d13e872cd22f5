import groovy.json.JsonSlurper

def findings = { String module ->
    new JsonSlurper().parse(new File(basedir, "${module}target/docker-adr/lint.json")).findings
}
def of = { String module, String rule ->
    findings(module).findAll { it.rule == rule }.collect { "${it.file}:${it.line} ${it.severity}".toString() }
}
assert of('', 'ADR0007') == ['pom.xml:22 warning'] : 'where the parent mistypes a code'
assert of('child/', 'ADR0007') == []
assert of('child/', 'ADR0006').sort() == ['child/Dockerfile:3 error', 'child/pom.xml:18 error']
assert of('child/', 'ADR0601') == ['child/Dockerfile:4 error'] : 'a comment suppresses what is locked'
assert of('child/', 'ADR0501') == ['child/Dockerfile:4 warning'] : 'the module weighs less than the parent says'
assert of('child/', 'ADR0401') == [] : 'what is not locked may be switched off'
return true
