import groovy.json.JsonSlurper

def found = { String module ->
    new JsonSlurper().parse(new File(basedir, "${module}/target/docker-adr/lint.json")).findings
        .findAll { it.rule == 'ADR0001' }*.message
}
assert found('empty') == ['file with no instructions']
assert found('binary') == ['binary/Dockerfile is a binary file']
assert found('huge') == ['huge/Dockerfile has 50,000,013 bytes; files over 4 MiB are not read']
assert found('link') == ['link/Dockerfile cannot be read: no such file']
assert found('directory') == []

def log = new File(basedir, 'build.log').text
[
    'The Dockerfile has no instructions',
    "The Dockerfile ${basedir}/binary/Dockerfile is a binary file",
    "The Dockerfile ${basedir}/huge/Dockerfile has 50,000,013 bytes",
    "The Dockerfile ${basedir}/link/Dockerfile cannot be read: no such file",
    "The Dockerfile ${basedir}/directory/Dockerfile is a directory"
].each { assert log.contains(it) }
return true
