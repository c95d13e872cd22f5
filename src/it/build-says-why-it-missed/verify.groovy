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

// A build waits for each lambda that a new JVM links: what a plain one runs has few of them, and no Jackson or JGit.
def logs = basedir.listFiles().findAll { it.name.startsWith('classes.log') }*.readLines()
assert logs.size() == 6
def lambdas = logs*.count { it.contains(' io.daviestechlabs.dockeradr.') && it.contains('$$Lambda') }
assert lambdas.every { it > 0 && it < 40 } : lambdas
def needless = logs.flatten().findAll { it =~ / (com\.fasterxml\.jackson|org\.eclipse\.jgit)\./ }.take(3)
assert needless == []
return true
