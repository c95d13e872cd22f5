def lines = new File(basedir, '.dockerignore').readLines()
assert lines.contains('own.txt')
assert lines.contains('**/.git')
assert lines.contains('**/.venv')
assert lines.indexOf('!docs/guide.md') > lines.indexOf('**/*.md')
assert lines.any { it.startsWith('!target/') }
