import io.daviestechlabs.dockeradr.it.NotingDocker
import java.nio.ByteBuffer
import java.nio.channels.ReadableByteChannel
import java.nio.channels.ServerSocketChannel
import java.nio.channels.SocketChannel
import java.nio.channels.WritableByteChannel

NotingDocker.put(basedir, dockerPath)

// A remote BuildKit: the one inside the engine, which speaks its protocol behind an upgrade of a request.
def server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.loopbackAddress, 0))
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('it.port', String.valueOf(server.localAddress.port))
def copy = { ReadableByteChannel from, WritableByteChannel to ->
    Thread.startDaemon {
        def buffer = ByteBuffer.allocate(65536)
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip()
                while (buffer.hasRemaining()) {
                    to.write(buffer)
                }
                buffer.clear()
            }
        } catch (IOException ignored) {
            // The other side has gone.
        } finally {
            to.close()
        }
    }
}
def relay = { SocketChannel caller ->
    def engine = SocketChannel.open(UnixDomainSocketAddress.of(dockerHost - 'unix://'))
    engine.write(ByteBuffer.wrap('POST /grpc HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'.bytes))
    def answer = ''
    while (!answer.endsWith('\r\n\r\n')) {
        def one = ByteBuffer.allocate(1)
        assert engine.read(one) == 1
        answer += (char) one.get(0)
    }
    assert answer.startsWith('HTTP/1.1 101 ')
    copy(caller, engine)
    copy(engine, caller)
}
Thread.startDaemon {
    while (true) {
        def caller = server.accept()
        Thread.startDaemon {
            try {
                relay(caller)
            } catch (Throwable e) {
                caller.close()
                throw e
            }
        }
    }
}
return true
