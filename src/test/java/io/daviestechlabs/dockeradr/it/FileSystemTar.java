package io.daviestechlabs.dockeradr.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The file system of an image, as {@code docker buildx build --output type=tar} writes it. */
public final class FileSystemTar {
  /** What package managers keep for the next time, and logs with times in them. */
  private static final String CACHES =
      "(var/cache|var/lib/apt|var/log|tmp/hsperfdata_root)(/.*)?|var/cache/ldconfig/aux-cache";

  /** Whether apt keeps what it downloads is of no use to what runs in the image. */
  private static final Set<String> SETTINGS_OF_APT =
      Set.of("etc/apt/apt.conf.d/docker-clean", "etc/apt/apt.conf.d/keep-cache");

  private FileSystemTar() {}

  /** Each path with all that is known of it but its times. */
  public static Map<String, String> read(Path tar) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tar));
        TarArchiveInputStream entries = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
        String path = e.getName().replaceAll("^(\\./)+|/$", "");
        String content = e.isFile() ? sha256(entries) : e.getLinkName();
        files.put(
            path,
            "%s %o %d:%d %d %s"
                .formatted(
                    (char) e.getLinkFlag(),
                    e.getMode() & 07777,
                    e.getLongUserId(),
                    e.getLongGroupId(),
                    e.getSize(),
                    content));
      }
    }
    return files;
  }

  /** What is not the same, but for caches; one line each. */
  public static List<String> differences(Map<String, String> before, Map<String, String> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<String> found = new ArrayList<>();
    for (String path : paths) {
      String was = before.getOrDefault(path, "missing");
      String is = after.getOrDefault(path, "missing");
      if (!was.equals(is) && !path.matches(CACHES) && !SETTINGS_OF_APT.contains(path)) {
        found.add(path + ": was " + was + ", is " + is);
      }
    }
    return found;
  }

  private static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
