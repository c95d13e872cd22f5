import io.daviestechlabs.dockeradr.it.NotingDocker

NotingDocker.put(basedir, dockerPath)
return true
