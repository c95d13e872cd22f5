assert new File(basedir, 'build.log').text.contains('Did you mean copy-from-without-link?')
assert new File(basedir, 'Dockerfile').text == 'FROM debian:12\n'
