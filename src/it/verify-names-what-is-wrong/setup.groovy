import groovy.json.JsonOutput
import java.security.MessageDigest
import java.util.zip.GZIPOutputStream

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

// A layout whose layers are not what its manifest says: plain instead of gzip, in Docker's format, kept elsewhere.
def blobs = new File(basedir, 'layout/blobs/sha256')
blobs.mkdirs()
def descriptor = { byte[] bytes, String type ->
    def hex = MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex().toString()
    new File(blobs, hex).bytes = bytes
    [mediaType: type, digest: 'sha256:' + hex, size: bytes.length]
}
def json = { Object content, String type -> descriptor(JsonOutput.toJson(content).bytes, type) }
def gzip = { byte[] bytes -> new ByteArrayOutputStream().with { out -> new GZIPOutputStream(out).withCloseable { it << bytes }; out.toByteArray() } }
def oci = 'application/vnd.oci.image.'
def plain = new File(save, 'one.tar').bytes
def small = new File(save, 'two.tar').bytes
def layers = [
    descriptor(plain, oci + 'layer.v1.tar'),
    descriptor(small, oci + 'layer.v1.tar+gzip'),
    descriptor(gzip(small), 'application/vnd.docker.image.rootfs.diff.tar.gzip'),
    [mediaType: oci + 'layer.nondistributable.v1.tar+gzip', digest: 'sha256:' + 'a' * 64, size: 1000, urls: ['https://example.com/layer']]
]
def config = json([os: 'linux', architecture: 'amd64', config: [User: '1000'],
    rootfs: [type: 'layers', diff_ids: [one, two, two, 'sha256:' + 'b' * 64]]], oci + 'config.v1+json')
def manifest = json([schemaVersion: 2, mediaType: oci + 'manifest.v1+json', config: config, layers: layers], oci + 'manifest.v1+json')
new File(basedir, 'layout/oci-layout').text = '{"imageLayoutVersion":"1.0.0"}'
new File(basedir, 'layout/index.json').text = JsonOutput.toJson([schemaVersion: 2, manifests: [manifest]])
return true
