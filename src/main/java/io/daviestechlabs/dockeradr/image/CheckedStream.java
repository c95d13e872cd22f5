package io.daviestechlabs.dockeradr.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A stream that fails at its end if its bytes are not those that were promised. */
final class CheckedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final String digest;
  private final long size;
  private final MessageDigest sum;
  private long count;
  private boolean done;

  /**
   * @param digest that the bytes must have; any will do where it is empty or of another algorithm
   * @param size that they must have, any if negative
   */
  CheckedStream(InputStream in, String digest, long size) {
    super(in);
    this.digest = digest;
    this.size = size;
    this.sum = Digest.isSha256(digest) ? Digest.sha256() : null;
  }

  /** How many bytes have been read. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read < 0) {
      check();
      return read;
    }
    count += read;
    if (size >= 0 && count > size) {
      throw new IOException("it is longer than the " + size + " bytes that its manifest promises");
    }
    if (sum != null) {
      sum.update(bytes, offset, read);
    }
    return read;
  }

  /** What is skipped counts too, so it is read. */
  @Override
  public long skip(long wanted) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, wanted))];
    long skipped = 0;
    while (skipped < wanted) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads what is left, so that all of it is checked. */
  void drain() throws IOException {
    skip(Long.MAX_VALUE);
  }

  private void check() throws IOException {
    if (done) {
      return;
    }
    done = true;
    if (size >= 0 && count < size) {
      throw new IOException("it ends after " + count + " of " + size + " bytes");
    }
    if (sum != null && !digest.equals(Digest.text(sum.digest()))) {
      throw new IOException("its bytes do not have the digest " + digest);
    }
  }
}
