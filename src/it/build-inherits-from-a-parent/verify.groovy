import io.daviestechlabs.dockeradr.it.RegistryContent

def registry = new RegistryContent(registryHost)
def labels = registry.config('it/child-of-a-parent', '1.0').config.Labels
def label = { labels['org.opencontainers.image.' + it] }
assert label('title') == 'The Child'
assert label('description') == 'Has a Dockerfile and nothing else.'
assert label('vendor') == 'DaviesTechLabs'
assert label('licenses') == 'MIT'
// Maven appends the child's name to an inherited address, and no such repository exists.
assert label('source') == 'https://git.example.com/it/parent'

assert !registry.has('it/build-inherits-from-a-parent', '1.0') : 'a parent without a Dockerfile has no image'
assert !registry.has('it/child-of-a-parent', 'latest') : 'nobody asked for it'
assert !new File(basedir, 'child/target/docker-adr/build.html').exists() : 'the page was switched off'
return true
