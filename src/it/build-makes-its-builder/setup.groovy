// A docker command that notes what it is asked for.
def docker = dockerPath.split(File.pathSeparator).collect { new File(it, 'docker') }.find { it.canExecute() }
def noting = new File(basedir, 'bin/docker')
noting.parentFile.mkdirs()
noting.text = """\
#!/bin/sh
echo "\$@" >>'${basedir}/calls'
exec '${docker}' "\$@"
"""
noting.executable = true
return true
