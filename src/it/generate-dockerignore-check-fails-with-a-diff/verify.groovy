assert new File(basedir, '.dockerignore').text == '# mine\nown.txt\n' : 'check writes nothing'
assert new File(basedir, 'build.log').readLines().any { it.endsWith('+**/.git') }
