def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.contains("<failOn> is 'eror'; allowed are error, warning, info, never") }
assert lines.any { it.contains("Did you mean 'error'?") }
