def log = new File(basedir, 'build.log').readLines()
assert log.any { it.contains('127.0.0.1:9') && it.contains('ERROR') }
assert log.count { it.contains('WARNING') && it.contains('trying again in 1 s') } == 1
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
return true
