assert new File(basedir, 'build.log').readLines().any { it.contains('127.0.0.1:9') && it.contains('ERROR') }
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
