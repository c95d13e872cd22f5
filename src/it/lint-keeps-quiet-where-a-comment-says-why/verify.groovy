import groovy.json.JsonSlurper

def directory = new File(basedir, 'target/docker-adr')
assert new JsonSlurper().parse(new File(directory, 'lint.json')).summary.suppressed == 2
def results = new JsonSlurper().parse(new File(directory, 'lint.sarif')).runs[0].results
def suppressed = results.findAll { it.suppressions }
assert suppressed*.ruleId as Set == ['ADR0401', 'ADR0501'] as Set
assert suppressed.every { it.suppressions[0].justification == 'a batch job, labelled elsewhere' }
