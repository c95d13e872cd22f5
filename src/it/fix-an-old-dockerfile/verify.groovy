import groovy.json.JsonSlurper

def dockerfile = new File(basedir, 'Dockerfile').text
assert dockerfile.startsWith('# syntax=docker/dockerfile:1')
assert !(dockerfile =~ /(?m)^(MAINTAINER|RUN pip)/)
assert dockerfile.contains("'flask>=2.0'")
assert dockerfile.contains('org.opencontainers.image.title="Old Service"')
assert dockerfile.count('--mount=type=cache,target=/root/.cache/uv') == 2
assert new File(basedir, '.dockerignore').exists()

def left = new JsonSlurper().parse(new File(basedir, 'target/docker-adr/lint.json'))
assert left.summary.fixable == 0
// Who runs it, how it is asked for its health, and how new flask may be, only its owner knows.
assert left.findings*.rule.containsAll(['ADR0601', 'ADR0501', 'ADR0701'])
assert new File(basedir, 'build.log').text.contains('fixed ')
