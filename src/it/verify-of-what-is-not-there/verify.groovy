def failures = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR] Failed to execute goal') }
        .collect { it.replaceFirst('.* on project [^:]+: ', '') }
assert failures.size() == 4
assert failures[0] == "there is no record of a build in ${basedir}/target/docker-adr".toString()
assert failures[1] == 'There is no archive none.tar'
assert failures[2] == "half.tar cannot be read: it ends in the middle of 'manifest.json'"
assert failures[3].startsWith('Registry 127.0.0.1:9 does not tell about 127.0.0.1:9/team/app:1: ')
return true
