package io.daviestechlabs.dockeradr.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** How a stream is compressed, told by its first bytes, since media types may lie. */
public enum Compression {
  /** RFC 1952. */
  GZIP,
  /** RFC 8878. */
  ZSTD,
  /** Not at all. */
  NONE;

  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 4;

  /**
   * A stream with its compression.
   *
   * @param compression as found
   * @param content unpacked
   */
  public record Opened(Compression compression, InputStream content) {}

  /** Looks at the first bytes of a stream and unpacks it. */
  public static Opened open(InputStream stored) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stored, BUFFER);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    Compression compression = of(head);
    return new Opened(compression, compression.unpack(in));
  }

  private static Compression of(byte[] head) throws IOException {
    if (begins(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    boolean skippable =
        head.length == HEAD && (head[0] & 0xF0) == 0x50 && begins(head, head[0], 0x2A, 0x4D, 0x18);
    if (skippable || begins(head, 0x28, 0xB5, 0x2F, 0xFD)) {
      return ZSTD;
    }
    if (begins(head, 'B', 'Z', 'h') || begins(head, 0xFD, '7', 'z', 'X')) {
      throw new IOException("it is compressed, but neither as gzip nor as zstd");
    }
    return NONE;
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != (bytes[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  private InputStream unpack(InputStream in) throws IOException {
    return switch (this) {
      // Parallel compressors and estargz write several members one after the other.
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case ZSTD -> zstd(in);
      case NONE -> in;
    };
  }

  private static InputStream zstd(InputStream in) throws IOException {
    try {
      return new ZstdCompressorInputStream(in);
    } catch (LinkageError e) {
      throw new IOException("zstd cannot be read on this machine: " + e.getMessage(), e);
    }
  }
}
