def lines = new File(basedir, 'build.log').readLines()
def said = { String module ->
    int at = lines.findIndexOf { it.startsWith('[ERROR] Failed to execute goal') && it.contains(" on project ${module}: ") }
    assert at >= 0 : module
    [lines[at].replaceFirst('.* on project [^:]+: ', ''), lines[at + 1].replaceFirst('.ERROR. ', '')]
}
evaluate(new File(basedir, 'cases.groovy')).each { module, wrong ->
    def (what, remedy) = said(module)
    assert what.startsWith(wrong[1]) && remedy.startsWith(wrong[2]) : module
    assert !new File(basedir, "${module}/target/docker-adr/image.digest").exists()
}
assert lines.every { !it.contains('hush-2c7a') }
return true
