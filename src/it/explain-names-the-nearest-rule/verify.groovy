assert new File(basedir, 'build.log').text.contains('Did you mean ADR0804?')
