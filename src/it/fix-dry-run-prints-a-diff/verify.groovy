assert new File(basedir, 'Dockerfile').text ==
    'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build /opt/tool /opt/tool\nUSER 1000\n'
assert !new File(basedir, '.dockerignore').exists()
def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.endsWith('+COPY --link --from=build /opt/tool /opt/tool') }
assert lines.any { it.contains('left: ') && it.contains(' in 1 Dockerfile') }
