package io.daviestechlabs.dockeradr.verify;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** A body of HTTP that fails when nothing arrives for a while: the client would wait for ever. */
final class PatientStream extends FilterInputStream {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Thread watch = new Thread(this::watch, "docker-adr-registry");
  private final long patience;
  private volatile long since;
  private volatile boolean waiting;
  private volatile boolean stalled;

  PatientStream(InputStream in) {
    this(in, PATIENCE);
  }

  PatientStream(InputStream in, long patience) {
    super(in);
    this.patience = patience;
    watch.setDaemon(true);
    watch.start();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    since = System.nanoTime();
    waiting = true;
    try {
      int read = in.read(bytes, offset, length);
      if (!stalled) {
        return read;
      }
    } catch (IOException e) {
      if (!stalled) {
        throw e;
      }
    } finally {
      waiting = false;
    }
    throw new IOException("the registry has sent nothing for a minute");
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    in.close();
  }

  private void watch() {
    try {
      while (!stalled) {
        TimeUnit.NANOSECONDS.sleep(patience / 10);
        if (waiting && System.nanoTime() - since > patience) {
          stalled = true;
          in.close();
        }
      }
    } catch (InterruptedException | IOException e) {
      // Nobody reads any more.
    }
  }
}
