package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Redirect;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that {@code curl} or {@code wget} writes.
 *
 * @param call as written
 * @param path as the call says it, variables as written; a name alone where the address tells it
 */
public record Download(Call call, String path) {
  private static final Set<String> NOWHERE = Set.of("-", "/dev/null", "/dev/stdout");

  /** The files of a call; none of other programs. */
  public static List<Download> of(Call call) {
    Optional<Stream<String>> paths =
        Curl.of(call).map(Download::paths).or(() -> Wget.of(call).map(Download::paths));
    if (paths.isEmpty()) {
      return List.of();
    }
    return paths
        .get()
        .filter(path -> !path.isEmpty() && !NOWHERE.contains(path))
        .map(path -> new Download(call, path))
        .toList();
  }

  private static Stream<String> paths(Curl curl) {
    boolean remote = curl.arguments().has("-O", "--remote-name", "--remote-name-all");
    Optional<String> output = curl.output().map(Download::text).or(() -> redirected(curl.call()));
    return output.isPresent()
        ? output.stream()
        : curl.urls().stream().filter(url -> remote).map(Download::name);
  }

  private static Stream<String> paths(Wget wget) {
    Optional<String> output = wget.output().map(Download::text);
    if (output.filter(path -> !path.equals("-")).isPresent()) {
      return output.stream();
    }
    if (output.isPresent()) {
      return redirected(wget.call()).stream();
    }
    String directory =
        wget.arguments().value("-P", "--directory-prefix").map(w -> text(w) + "/").orElse("");
    return wget.urls().stream().map(url -> directory + name(url));
  }

  private static Optional<String> redirected(Call call) {
    return call.redirects().stream()
        .filter(r -> r.kind() == Redirect.Kind.OUTPUT && r.descriptor().isEmpty())
        .map(r -> text(r.target()))
        .findFirst();
  }

  private static String text(ShellWord word) {
    return word.unquoted().toString();
  }

  /** The last part of an address, without its query. */
  private static String name(ShellWord url) {
    String path = text(url).split("[?#]", 2)[0];
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The archives that a call unpacks and leaves as they are, variables as written. */
  public static List<String> unpackedBy(Call call) {
    List<String> archives = new ArrayList<>();
    switch (call.name()) {
      case "tar", "bsdtar" -> tarArchive(call).ifPresent(archives::add);
      case "unzip" ->
          call.operands("-d", "-x", "-P").stream()
              .findFirst()
              .map(Download::text)
              .ifPresent(archives::add);
      default -> {}
    }
    return archives;
  }

  private static Optional<String> tarArchive(Call call) {
    List<ShellWord> args = call.args();
    boolean old = !args.isEmpty() && args.get(0).value().matches("[a-zA-Z]+");
    String letters = old ? args.get(0).value() : "";
    boolean extracts =
        letters.contains("x") || call.hasFlag("-x", "--extract", "--get") || bundled(args);
    if (!extracts) {
      return Optional.empty();
    }
    if (letters.contains("f") && args.size() > 1) {
      return Optional.of(text(args.get(1)));
    }
    return call.value("-f", "--file").map(Download::text).filter(name -> !name.isEmpty());
  }

  private static boolean bundled(List<ShellWord> args) {
    return args.stream().anyMatch(word -> word.value().matches("-[a-zA-Z]*x[a-zA-Z]*"));
  }

  /** Whether a call may delete the file, or move it away, for all that is known. */
  public boolean mayBeDeletedBy(Call other) {
    boolean deletes =
        switch (other.name()) {
          case "rm", "mv", "unlink", "shred", "gunzip", "unxz", "bunzip2" -> true;
          case "find" -> other.args().stream().anyMatch(w -> w.is("-delete"));
          default -> false;
        };
    return deletes
        && (other.runsUnder("find")
            || other.name().equals("find")
            || other.operands().stream().anyMatch(this::mayMean));
  }

  private boolean mayMean(ShellWord target) {
    String other = text(target);
    boolean named = lastName(other).equals(lastName(path));
    boolean wide = target.hasGlob() || other.indexOf('*') >= 0 || other.indexOf('{') >= 0;
    boolean variable = target.literal().isEmpty() && !other.equals(path);
    boolean around = other.startsWith("/") && path.startsWith("/") && path.startsWith(other);
    boolean unclear = !path.startsWith("/") && lastName(other).indexOf('.') < 0;
    return named || wide || variable || around || unclear;
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
