def lines = new File(basedir, 'build.log').readLines()
def said = { String module ->
    int at = lines.findIndexOf { it.startsWith('[ERROR] Failed to execute goal') && it.contains(" on project ${module}: ") }
    assert at >= 0 : module
    [lines[at].replaceFirst('.* on project [^:]+: ', ''), lines[at + 1].replaceFirst('.ERROR. ', '')]
}
[
    name: ["<image> 'It/Wrong Name' is no image name", 'Write [registry/]path[:tag]'],
    platform: ["<platforms> has 'linux/amd46', and there is no architecture 'amd46'", 'Write one of'],
    network: ["<network> is 'my-net', and builds know no networks of containers", 'Write default, none or host'],
    stage: ["<noCacheFilters> has 'biuld', and there is no stage of that name", 'Write the name behind AS'],
    argument: ['Build argument DB_PASSWORD looks like a secret', 'Pass it as <secret>'],
    secret: ["Secret 'npm' is to come from <server> 'nobody' of settings.xml", 'Add the server'],
    builder: ["<createBuilder><driver> is 'docker-kontainer'", 'Write docker-container, kubernetes, remote'],
    nowhere: ["There is no builder 'nowhere'", 'See docker buildx ls'],
    provenance: ["<provenance> is 'maximum'", 'Write false, mode=min or mode=max'],
    compression: ["<compression> is 'xz'", 'Write gzip or zstd'],
    archive: ['A docker archive holds one platform', 'Use <ociArchive>'],
    tag: ["'{{mayor}}' is no placeholder of a tag", 'Write {{version}}'],
    bucket: ["<cache><type> is 's3', which needs a <bucket>", 'Write <cache><bucket>']
].each { module, words ->
    def (what, remedy) = said(module)
    assert what.startsWith(words[0]) && remedy.startsWith(words[1])
    assert !new File(basedir, "${module}/target/docker-adr/image.digest").exists()
}
assert lines.every { !it.contains('hush-2c7a') }
return true
