def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.contains("'gha'") && it.contains('ADR-0014 §9') }
assert lines.any { it.contains('Leave the type out') }
assert !new File(basedir, 'target/docker-adr').exists() || !new File(basedir, 'target/docker-adr/image.digest').exists()
return true
