package io.daviestechlabs.dockeradr.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes layers for tests. */
public final class LayerMaker {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar =
      new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());

  public LayerMaker() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  public LayerMaker file(String path, int size) {
    return file(path, size, 0644, 0);
  }

  public LayerMaker file(String path, int size, int mode, long owner) {
    TarArchiveEntry entry = new TarArchiveEntry(path, true);
    entry.setMode(TarArchiveEntry.DEFAULT_FILE_MODE & ~07777 | mode);
    entry.setUserId(owner);
    return add(entry, new byte[size]);
  }

  public LayerMaker text(String path, String content) {
    return add(new TarArchiveEntry(path, true), content.getBytes(StandardCharsets.UTF_8));
  }

  public LayerMaker directory(String path) {
    return directory(path, 0755);
  }

  public LayerMaker directory(String path, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(path + "/", true);
    entry.setMode(TarArchiveEntry.DEFAULT_DIR_MODE & ~07777 | mode);
    return add(entry, new byte[0]);
  }

  public LayerMaker link(String path, String target, boolean symbolic) {
    byte type = symbolic ? TarConstants.LF_SYMLINK : TarConstants.LF_LINK;
    TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
    entry.setLinkName(target);
    return add(entry, new byte[0]);
  }

  public LayerMaker add(TarArchiveEntry entry, byte[] content) {
    try {
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive. */
  public byte[] bytes() {
    try {
      tar.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
