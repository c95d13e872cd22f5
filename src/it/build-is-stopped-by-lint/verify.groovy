import io.daviestechlabs.dockeradr.it.RegistryContent

assert !new RegistryContent(registryHost).has('it/build-is-stopped-by-lint', '1.0')
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
