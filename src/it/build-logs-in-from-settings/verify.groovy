ProcessHandle.of(new File(basedir, 'registry.pid').text.toLong()).ifPresent { it.destroy() }

def digest = new File(basedir, 'target/docker-adr/image.digest').text.trim()
def pushed = new File(basedir, 'registry/docker/registry/v2/repositories/it/build-logs-in-from-settings')
def link = { String tag -> new File(pushed, "_manifests/tags/${tag}/current/link").text }
assert link('1.0') == digest
assert link('buildcache').startsWith('sha256:')

// Neither of the two is on a command line, in the log, in a file of results, or left behind.
def log = new File(basedir, 'build.log').text
assert log.contains('DOCKER_ADR_SECRET_1')
assert log.contains("The password of <server> 'it-token' in settings.xml cannot be decrypted")
['login-5e1c', 'hush-9b2e', 'YW5uOmxvZ2luLTVlMWM='].each { secret ->
    assert !log.contains(secret)
    new File(basedir, 'target/docker-adr').eachFile { assert !it.text.contains(secret) }
}
assert new File(basedir, 'target/temporary').list().every { !it.startsWith('docker-adr') }
return true
