package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code setup.cfg}: {@code install_requires} and {@code extras_require} of setuptools. */
final class SetupFile {
  private static final String FILE = "file:";

  private SetupFile() {}

  static DependencyFile parse(Source source) {
    List<Text> required = new ArrayList<>();
    Map<String, List<Text>> extras = new HashMap<>();
    List<Text> values = new ArrayList<>();
    String section = "";
    for (int number = 1; number <= source.lineCount(); number++) {
      Text line = Text.of(source, source.line(number));
      Text bare = line.strip();
      boolean indented = bare.length() > 0 && Character.isWhitespace(line.charAt(0));
      if (bare.length() == 0 || bare.charAt(0) == '#' || bare.charAt(0) == ';') {
        continue;
      } else if (indented) {
        values.add(bare);
      } else if (bare.charAt(0) == '[') {
        section = bare.toString();
        values = new ArrayList<>();
      } else {
        values = values(bare, section, required, extras);
      }
    }
    Map<String, List<Dependency>> read = new HashMap<>();
    extras.forEach((name, texts) -> read.put(name, Dependency.of(plain(texts))));
    return new DependencyFile(
        source, Dependency.of(plain(required)), read, Map.of(), included(required), List.of());
  }

  /** Where the values of a key go, the first of which may stand on its own line. */
  private static List<Text> values(
      Text line, String section, List<Text> required, Map<String, List<Text>> extras) {
    int equals = line.indexOf('=', 0);
    if (equals < 0) {
      return new ArrayList<>();
    }
    String key = line.subSequence(0, equals).strip().toString();
    List<Text> values = new ArrayList<>();
    if (section.equals("[options]") && key.equals("install_requires")) {
      values = required;
    } else if (section.equals("[options.extras_require]")) {
      values = extras.computeIfAbsent(key, k -> new ArrayList<>());
    }
    Text first = line.from(equals + 1).strip();
    if (first.length() > 0) {
      values.add(first);
    }
    return values;
  }

  private static List<Text> plain(List<Text> values) {
    boolean isFile = values.stream().anyMatch(v -> v.toString().startsWith(FILE));
    return isFile ? List.of() : values;
  }

  /** {@code file: a.txt, b.txt} names files that have the requirements. */
  private static List<String> included(List<Text> values) {
    return values.stream()
        .map(Text::toString)
        .filter(v -> v.startsWith(FILE))
        .flatMap(v -> List.of(v.substring(FILE.length()).split(",")).stream())
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }
}
