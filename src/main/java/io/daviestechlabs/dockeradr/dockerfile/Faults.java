package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Set;

/** What BuildKit has against an instruction that its parser let pass. */
final class Faults {
  private static final Set<String> KEYWORDS =
      Set.of(
          "add",
          "arg",
          "cmd",
          "copy",
          "entrypoint",
          "env",
          "expose",
          "from",
          "healthcheck",
          "label",
          "maintainer",
          "onbuild",
          "run",
          "shell",
          "stopsignal",
          "user",
          "volume",
          "workdir");

  private Faults() {}

  /** The fault as BuildKit words it, or null. */
  static String of(Raw raw) {
    String name = Names.lower(raw.keyword());
    if (!KEYWORDS.contains(name)) {
      return "unknown instruction: " + raw.keyword();
    }
    int count = raw.arguments().size();
    String upper = Names.upper(raw.keyword());
    return switch (name) {
      case "from" ->
          count == 1 || isNamed(raw.arguments())
              ? null
              : "FROM requires either one or three arguments";
      case "maintainer", "stopsignal", "user", "workdir" ->
          count == 1 ? null : upper + " requires exactly one argument";
      case "arg", "env", "expose", "healthcheck", "label", "volume" ->
          count > 0 ? null : upper + " requires at least one argument";
      case "add", "copy" ->
          count > 1
              ? null
              : upper
                  + " requires at least two arguments, but only one was provided."
                  + " Destination could not be determined";
      default -> null;
    };
  }

  private static boolean isNamed(List<Text> words) {
    return words.size() == 3 && Names.lower(words.get(1)).equals("as");
  }
}
