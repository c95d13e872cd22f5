assert new File(basedir, 'build.log').readLines().any { it.contains('there is no Dockerfile in ' + basedir) }
