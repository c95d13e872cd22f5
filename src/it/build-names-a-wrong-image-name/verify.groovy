assert new File(basedir, 'build.log').readLines().any { it.contains('It/Wrong Name') }
