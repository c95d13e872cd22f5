package io.daviestechlabs.dockeradr.buildx;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes an address that a browser opens out of what POMs and git call an address. */
final class WebAddress {
  private static final Pattern SCM = Pattern.compile("scm[:|][a-z0-9_-]+[:|](.*)");
  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/@]*@)?([^/?#:@]+)(:\\d+)?([^\\s]*)");
  private static final Pattern SCP =
      Pattern.compile("(?:[^\\s/@:]+@)?([^\\s/@:]+\\.[^\\s/@:]+|localhost):(?!/)(\\S+)");
  private static final int MAX = 2000;

  private WebAddress() {}

  /** The address without logins and {@code .git}; empty for files and unresolved properties. */
  static Optional<String> of(String written) {
    String text = written.strip();
    if (text.length() > MAX || text.contains("${")) {
      return Optional.empty();
    }
    Matcher scm = SCM.matcher(text);
    boolean repository = scm.matches();
    String address = repository ? scm.group(1) : text;
    Matcher url = URL.matcher(address);
    if (url.matches()) {
      return ofUrl(url, repository);
    }
    Matcher scp = SCP.matcher(address);
    return scp.matches()
        ? Optional.of("https://" + scp.group(1) + "/" + withoutGit(scp.group(2)))
        : Optional.empty();
  }

  private static Optional<String> ofUrl(Matcher url, boolean repository) {
    String host = url.group(2).toLowerCase(Locale.ROOT);
    String path = url.group(4);
    String port = url.group(3) == null ? "" : url.group(3);
    switch (url.group(1).toLowerCase(Locale.ROOT)) {
      case "http":
        return Optional.of("http://" + host + port + clean(path, repository));
      case "https":
        return Optional.of("https://" + host + port + clean(path, repository));
      case "ssh", "git", "git+ssh", "ssh+git", "git+https":
        return Optional.of("https://" + host + clean(path, true));
      default:
        return Optional.empty();
    }
  }

  private static String clean(String path, boolean repository) {
    return repository || path.endsWith(".git") ? withoutGit(path) : path;
  }

  private static String withoutGit(String path) {
    String cut = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return cut.endsWith(".git") ? cut.substring(0, cut.length() - ".git".length()) : cut;
  }
}
