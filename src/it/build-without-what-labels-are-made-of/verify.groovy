import groovy.json.JsonSlurper
import io.daviestechlabs.dockeradr.it.RegistryContent

def findings = new JsonSlurper().parse(new File(basedir, 'target/docker-adr/lint.json')).findings
assert findings.any { it.rule == 'ADR0403' && it.file == 'pom.xml' }

def registry = new RegistryContent(registryHost)
def labels = registry.config('it/build-without-what-labels-are-made-of', '1.0').config.Labels
assert labels['org.opencontainers.image.version'] == '1.0'
assert labels.values().every { !it.trim().empty }
assert !labels.keySet().any { it ==~ /.*\.(description|vendor|licenses|authors)/ }
def annotations = registry.manifest('it/build-without-what-labels-are-made-of', '1.0').annotations
assert annotations.findAll { it.key in labels.keySet() } == labels
def log = new File(basedir, 'build.log').readLines()
assert log.count { it.contains('[WARNING]') && it.endsWith('project.build.outputTimestamp is no ISO date with an offset and is not used') } == 1
return true
