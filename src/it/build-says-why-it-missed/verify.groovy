def builds = new File(basedir, 'build.log').text.split('built ')
assert builds.size() == 7
def missed = builds.collect { it.readLines().findAll { line -> line.contains('  missed ') } }
assert missed[2].isEmpty() : 'nothing has changed'
assert missed[3].size() == 1
assert missed[3][0].contains('COPY src src (Dockerfile:5): src/app.c changed')
assert missed[4].size() == 1
assert missed[4][0].contains('(Dockerfile:11): ARG VERSION has another value')
assert missed[5].size() == 1
assert missed[5][0].endsWith('RUN echo more (Dockerfile:15): line 15 is new: RUN echo more')
assert missed[6].every { it =~ /: base .*base:1 moved from sha256:[0-9a-f]+… to sha256:[0-9a-f]+…/ } && !missed[6].empty
assert new File(basedir, 'records').list().length == 1
def page = new File(basedir, 'target/docker-adr/build.html').text
assert page.contains('base:1 moved from sha256:') && !(page =~ /(?:src|href)="https?:/) && !page.contains('<script')
return true
