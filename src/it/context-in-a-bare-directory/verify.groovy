def page = new File(basedir, 'target/docker-adr/context.html').text
assert page.contains('src/App.java')
assert !page.contains('logs/app.txt') : 'it is ignored'
assert page.contains('.dockerignore:1')
