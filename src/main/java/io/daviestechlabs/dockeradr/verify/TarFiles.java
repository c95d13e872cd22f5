package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.LayerReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** The files of a tar archive on disk, read where they lie in it. */
final class TarFiles implements ArchiveFiles {
  /** An archive of images has some files for each layer. */
  private static final int MAX_FILES = 100_000;

  private static final int MAX_LINKS = 10;
  private static final int MAX_NAME = 1024;

  private final FileChannel file;
  private final Map<String, Place> places = new HashMap<>();

  private TarFiles(FileChannel file) {
    this.file = file;
  }

  /**
   * Where a file is.
   *
   * @param offset of its bytes
   * @param size how many
   * @param target the file that is meant instead, empty for none
   */
  private record Place(long offset, long size, String target) {}

  /** Goes through the headers of an archive, and over what is between them. */
  static TarFiles open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      TarFiles files = new TarFiles(file);
      long size = file.size();
      InputStream whole = new BufferedInputStream(new FileSlice(file, 0, size));
      LayerReader.read(whole, (entry, content) -> files.add(entry, size));
      if (files.places.isEmpty()) {
        throw new IOException("it is no archive of an image");
      }
      return files;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void add(TarArchiveEntry entry, long end) throws IOException {
    if (!entry.isCheckSumOK()) {
      throw new IOException("it is no tar archive, or a damaged one");
    }
    String name = clean(entry.getName());
    if (places.size() == MAX_FILES || name.length() > MAX_NAME) {
      throw new IOException("it is no archive of an image, but of other files");
    }
    if (entry.isSymbolicLink()) {
      places.put(name, new Place(0, 0, clean(name + "/../" + entry.getLinkName())));
    } else if (entry.isLink()) {
      places.put(name, new Place(0, 0, clean(entry.getLinkName())));
    } else if (entry.isFile()) {
      if (entry.getDataOffset() + entry.getSize() > end) {
        throw new IOException("it ends in the middle of '" + name + "'");
      }
      places.put(name, new Place(entry.getDataOffset(), entry.getSize(), ""));
    }
  }

  private static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  @Override
  public Optional<InputStream> open(String path) throws IOException {
    String name = clean(path);
    for (int i = 0; i < MAX_LINKS; i++) {
      Place place = places.get(name);
      if (place == null) {
        return Optional.empty();
      }
      if (place.target().isEmpty()) {
        return Optional.of(new FileSlice(file, place.offset(), place.size()));
      }
      name = place.target();
    }
    throw new IOException("'" + path + "' is a link that leads nowhere");
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
