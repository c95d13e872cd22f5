import java.nio.file.Files
import java.nio.file.Path

def file = { String module -> new File(basedir, "${module}/Dockerfile") }
file('binary').bytes = [0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2] as byte[]
file('huge').withWriter { out ->
    out << 'FROM scratch\n'
    def line = 'ENV A=' + 'b' * 93 + '\n'
    500_000.times { out << line }
}
Files.createSymbolicLink(file('link').toPath(), Path.of('nowhere'))
file('directory').mkdirs()
