import groovy.json.JsonSlurper

def json = new JsonSlurper().parse(new File(basedir, 'target/docker-adr/lint.json'))
assert json.summary.errors > 0
