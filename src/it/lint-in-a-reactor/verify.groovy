import groovy.json.JsonSlurper

def files = { String module ->
    new JsonSlurper().parse(new File(basedir, "${module}target/docker-adr/lint.json")).findings*.file.unique()
}
assert files('') == [] : 'files of other modules are linted there'
assert files('one/') == ['one/src/main/docker/Dockerfile']
assert files('two/') == ['two/src/main/docker/Dockerfile']
assert !new File(basedir, "build.log").readLines().any { it.contains("not marked as thread-safe") }
