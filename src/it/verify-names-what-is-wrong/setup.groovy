import groovy.json.JsonOutput
import java.security.MessageDigest

// What docker save writes, of an image with a key in one layer that the next one deletes.
def save = new File(basedir, 'save')
def tar = { File archive, File directory ->
    assert ['tar', '-cf', archive.path, '-C', directory.path, '.'].execute().waitFor() == 0
}
def layer = { String name, Map<String, byte[]> files ->
    def directory = new File(basedir, 'layers/' + name)
    files.each { path, content ->
        def file = new File(directory, path)
        file.parentFile.mkdirs()
        file.bytes = content
    }
    def archive = new File(save, name + '.tar')
    save.mkdirs()
    tar(archive, directory)
    'sha256:' + MessageDigest.getInstance('SHA-256').digest(archive.bytes).encodeHex()
}
def one = layer('one', ['root/.ssh/id_rsa': 'a key'.bytes, 'data': new byte[2_000_000]])
def two = layer('two', ['root/.wh..ssh': new byte[0]])
new File(save, 'config.json').text = JsonOutput.toJson([
    os: 'linux', architecture: 'amd64',
    config: [Env: ['DB_PASSWORD=correct-horse']],
    rootfs: [type: 'layers', diff_ids: [one, two]],
    history: [[created_by: 'COPY . / # buildkit'], [created_by: 'RUN /bin/sh -c rm -r /root/.ssh # buildkit']]])
new File(save, 'manifest.json').text = JsonOutput.toJson([
    [Config: 'config.json', RepoTags: ['it/wrong:1'], Layers: ['one.tar', 'two.tar']]])
tar(new File(basedir, 'image.tar'), save)
return true
