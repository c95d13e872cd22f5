package io.daviestechlabs.dockeradr.rules;

import io.daviestechlabs.dockeradr.lint.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rules as the source tree has them, whether they are listed or not. */
final class RuleFiles {
  static final Path ROOT = Path.of("src/main/java/io/daviestechlabs/dockeradr/rules");

  private static final String PACKAGE = "io.daviestechlabs.dockeradr.rules.";

  private RuleFiles() {}

  /** All rules of the families' folders, in order of their class names. */
  static List<Rule> all() {
    return files(".java").stream().map(RuleFiles::rule).toList();
  }

  /** Files of the families' folders with an extension. */
  static List<Path> files(String extension) {
    try (Stream<Path> files = Files.walk(ROOT, 2)) {
      return files
          .filter(f -> ROOT.relativize(f).getNameCount() == 2)
          .filter(f -> f.toString().endsWith(extension))
          .filter(f -> !f.endsWith("package-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path page(Rule rule) {
    String family = rule.getClass().getPackageName().substring(PACKAGE.length());
    return ROOT.resolve(family).resolve(rule.getClass().getSimpleName() + ".md");
  }

  private static Rule rule(Path file) {
    Path relative = ROOT.relativize(file);
    String type = relative.getFileName().toString().replace(".java", "");
    try {
      return (Rule)
          Class.forName(PACKAGE + relative.getParent() + "." + type).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(file + " is no rule", e);
    }
  }
}
