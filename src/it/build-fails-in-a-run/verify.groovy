def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.contains('the last words') }
assert lines.any { it.contains('Dockerfile:4') } : 'the place in the Dockerfile'
assert lines.any { it.contains('exit code') && it.contains('7') }
assert !new File(basedir, 'target/docker-adr/image.digest').exists()
def page = new File(basedir, 'target/docker-adr/build.html').text
assert page.contains('the last words') && page.contains('Dockerfile:4')
return true
