def failures = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR] Failed to execute goal') }
        .collect { it.replaceFirst('.* on project [^:]+: ', '') }
assert failures == [
    "There is no command 'docker'",
    'The docker command has no buildx plugin',
    "The Docker daemon does not answer at unix://${basedir}/none.sock".toString()
]
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
