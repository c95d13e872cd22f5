def process = new ProcessBuilder('bash', 'build-all', 'target/before', registryHost).directory(basedir).redirectErrorStream(true)
process.environment().putAll([DOCKER_HOST: dockerHost, DOCKER_CONFIG: dockerConfig, PATH: dockerPath])
def started = process.start()
def output = started.inputStream.text
assert started.waitFor() == 0 : output
return true
