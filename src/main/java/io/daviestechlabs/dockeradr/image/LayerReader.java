package io.daviestechlabs.dockeradr.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Goes through the entries of a tar archive, however hostile it is. */
public final class LayerReader {
  /** Long names and attributes of one entry. */
  private static final int MAX_HEADER = 1 << 20;

  /** More than fits on the machines that images run on; a bomb of some kilobytes has it too. */
  private static final long MAX_UNPACKED = 1L << 40;

  private LayerReader() {}

  /** Is told of each entry, in order. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param entry as the archive has it
     * @param content of the entry, to be read now or never
     */
    void entry(TarArchiveEntry entry, InputStream content) throws IOException;
  }

  /**
   * Reads to the archive's end.
   *
   * @return how many bytes the archive has
   */
  public static long read(InputStream archive, Visitor visitor) throws IOException {
    Metered metered = new Metered(archive);
    TarArchiveInputStream tar = new TarArchiveInputStream(metered, StandardCharsets.UTF_8.name());
    for (TarArchiveEntry entry = next(tar, metered); entry != null; entry = next(tar, metered)) {
      visitor.entry(entry, tar);
      tar.skip(Long.MAX_VALUE);
    }
    metered.allow(MAX_UNPACKED);
    while (metered.skip(MAX_HEADER) > 0) {
      // What stands behind the end belongs to the digest.
    }
    return metered.count;
  }

  private static TarArchiveEntry next(TarArchiveInputStream tar, Metered metered)
      throws IOException {
    metered.allow(MAX_HEADER);
    try {
      TarArchiveEntry entry = tar.getNextEntry();
      metered.allow(MAX_UNPACKED);
      if (entry != null) {
        entry.setDataOffset(metered.count);
      }
      return entry;
    } catch (IOException e) {
      boolean damaged = e.getMessage() != null && e.getMessage().startsWith("Corrupted TAR");
      throw damaged ? new IOException("it is no tar archive, or a damaged one", e) : e;
    } catch (RuntimeException e) {
      throw new IOException("it is no tar archive, or a damaged one", e);
    }
  }

  /** Counts, and fails where more is read than is allowed. */
  private static final class Metered extends FilterInputStream {
    private long count;
    private long limit = MAX_HEADER;

    Metered(InputStream in) {
      super(in);
    }

    void allow(long more) throws IOException {
      limit = Math.min(count + more, MAX_UNPACKED);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      counted(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      counted(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      long skipped = in.skip(Math.min(wanted, Math.max(1, limit - count)));
      counted(skipped);
      return skipped;
    }

    private void counted(long more) throws IOException {
      count += more;
      if (count > limit) {
        throw new IOException(
            limit < MAX_UNPACKED
                ? "it has a name or attributes of absurd size"
                : "it is of absurd size when it is unpacked");
      }
    }
  }
}
