import groovy.json.JsonSlurper
import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
def base = new File(basedir, 'base/target/docker-adr/image.digest').text.trim()

def worker = registry.config('it/several/services-worker', '1.0').config
assert worker.Cmd == ['false']
assert worker.Labels.team == 'night'
def api = registry.config('it/several/front', 'stable').config
assert api.Cmd == ['true']
assert api.Labels.team == 'all'
assert registry.digest('it/several/front', 'stable') == registry.digest('it/several/front', '1.0')
// What is on the registry is what the files say, and what it is made from was never pushed.
['worker': 'it/several/services-worker', 'api': 'it/several/front'].each { id, repository ->
    assert new File(basedir, "services/target/docker-adr/${id}/image.digest").text.trim() == registry.digest(repository, '1.0')
    assert registry.manifest(repository, '1.0').annotations['com.example.team'] == 'all'
    assert registry.config(repository, '1.0').config.Labels['org.opencontainers.image.base.digest'] == base
}
assert !registry.has('it/several/base', '1.0')

def bake = new JsonSlurper().parse(new File(basedir, 'services/target/docker-adr/docker-bake.json'))
assert bake.group.default.targets == ['worker', 'api']
assert bake.target.worker.contexts.values().any { it.endsWith("it/several/base:1.0@${base}") }

def log = new File(basedir, 'build.log').readLines()
boolean refused = log.any {
    it.contains('[ERROR]') && it.contains("images 'worker' and 'api' write the same cache ${registryHost}/it/several/cache:all")
}
assert refused
int warned = log.count {
    it.contains('[WARNING]') && it.contains("it/several/base:1.0 is built by the module 'base', which this one does not depend on")
}
assert warned == 1

// What takes longer to load than a build of ours takes to plan is left to those who need it.
def loaded = basedir.listFiles().findAll { it.name.startsWith('classes.log') }*.readLines().flatten()
int read = loaded.count { it.contains(' io.daviestechlabs.dockeradr.text.Json ') }
assert read == 3
def needless = loaded.findAll { it =~ / (com\.fasterxml\.jackson|com\.github\.dockerjava|org\.eclipse\.jgit)\./ }.take(3)
assert needless == []
return true
