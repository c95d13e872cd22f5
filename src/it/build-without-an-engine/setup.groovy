import java.nio.file.Files

// All programs that there are, but for docker.
def bin = new File(basedir, 'bin')
bin.mkdirs()
dockerPath.split(File.pathSeparator).collect { new File(it) }.findAll { it.directory }.each { directory ->
    directory.eachFile { program ->
        def link = new File(bin, program.name).toPath()
        if (program.name != 'docker' && !Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, program.toPath())
        }
    }
}

// A plugin that is none hides those that the system has.
def plugin = new File(basedir, 'config/cli-plugins/docker-buildx')
plugin.parentFile.mkdirs()
plugin.text = '#!/bin/sh\nexit 1\n'
plugin.executable = true
