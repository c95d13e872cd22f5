import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def reports = new File(basedir, 'target/docker-adr')
def json = new JsonSlurper().parse(new File(reports, 'lint.json'))
def errors = json.findings.findAll { it.rule == 'ADR0001' }.collect { [it.file, it.line, it.column] }
assert errors == [['Dockerfile', 3, 1], ['docker/Dockerfile.binary', 1, 1], ['docker/worker.dockerfile', 1, 1]]
assert json.summary.files == 3
assert json.findings.every { it.keySet() == ['file', 'line', 'column', 'endLine', 'endColumn', 'rule', 'name', 'severity', 'message', 'section', 'fixable'] as Set }

def sarif = new JsonSlurper().parse(new File(reports, 'lint.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results.size() == json.findings.size()
assert sarif.runs[0].results.every { sarif.runs[0].tool.driver.rules[it.ruleIndex].id == it.ruleId }

def checkstyle = new XmlSlurper().parse(new File(reports, 'checkstyle.xml'))
assert checkstyle.file.error.size() == json.findings.size()

assert !new File(basedir, 'target/classes').exists() : 'lint stops the build before anything is compiled'
