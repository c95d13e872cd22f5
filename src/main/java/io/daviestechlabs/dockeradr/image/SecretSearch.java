package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.ignore.SecretFiles;
import io.daviestechlabs.dockeradr.text.SecretShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells files of layers that hold secrets, by name and by what is in them. Says what kind of secret
 * it is, never the secret.
 */
final class SecretSearch {
  /** Longer ones are no settings. */
  private static final int MAX_TEXT = 1 << 16;

  private static final Set<String> SETTINGS =
      Set.of("env", "json", "yml", "yaml", "properties", "xml", "ini", "conf", "cfg", "toml", "sh");

  /** Where packages keep what everybody may read: certificates, examples, tests of theirs. */
  private static final List<String> PUBLIC =
      List.of(
          "usr/share/",
          "usr/lib/",
          "usr/local/lib/",
          "usr/include/",
          "lib/",
          "var/lib/dpkg/",
          "var/lib/apt/",
          "var/cache/",
          "proc/",
          "sys/");

  private static final List<String> PACKAGES =
      List.of(
          "/node_modules/",
          "/site-packages/",
          "/dist-packages/",
          "/test/",
          "/tests/",
          "/testdata/");

  private SecretSearch() {}

  /** What secret a file holds. */
  static Optional<String> in(LayerFile file, InputStream content) throws IOException {
    if (file.kind() != LayerFile.Kind.FILE || file.size() == 0 || isPublic(file.path())) {
      return Optional.empty();
    }
    Optional<SecretFiles.Kind> kind = SecretFiles.of(file.path());
    if (kind.filter(SecretFiles.Kind::always).isPresent()) {
      return kind.map(SecretFiles.Kind::what);
    }
    boolean look = kind.isPresent() || isSettings(file.path()) || file.path().endsWith("_key");
    if (!look || file.size() > MAX_TEXT) {
      return Optional.empty();
    }
    // One character a byte: what is looked for is ASCII.
    String text = new String(content.readNBytes((int) file.size()), StandardCharsets.ISO_8859_1);
    return what(file.path(), text);
  }

  private static Optional<String> what(String path, String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (text.contains("PRIVATE KEY-----")) {
      return Optional.of("a private key");
    }
    if (!SecretShape.tokens(text).isEmpty()) {
      return Optional.of("a token");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals(".npmrc") && text.contains(":_authToken=") && !text.contains("_authToken=${")) {
      return Optional.of("npm's token");
    }
    boolean variables = name.equals(".env") || name.startsWith(".env.");
    if (variables && text.lines().anyMatch(SecretSearch::isSecretVariable)) {
      return Optional.of("a variable with a secret");
    }
    boolean maven = name.equals("settings.xml");
    return maven && (text.contains("<password>") || text.contains("<passphrase>"))
        ? Optional.of("a password of a Maven server")
        : Optional.empty();
  }

  private static boolean isSecretVariable(String line) {
    int equals = line.indexOf('=');
    return equals > 0
        && !line.stripLeading().startsWith("#")
        && line.indexOf("${") < 0
        && SecretShape.isOf(
            line.substring(0, equals).strip(), line.substring(equals + 1).replaceAll("[\"']", ""));
  }

  private static boolean isSettings(String path) {
    int dot = path.lastIndexOf('.');
    return dot > 0
        && dot > path.lastIndexOf('/')
        && SETTINGS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isPublic(String path) {
    return PUBLIC.stream().anyMatch(path::startsWith) || PACKAGES.stream().anyMatch(path::contains);
  }
}
