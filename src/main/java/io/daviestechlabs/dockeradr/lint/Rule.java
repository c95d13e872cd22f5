package io.daviestechlabs.dockeradr.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A check with its page: {@code Adr0301AptWithoutCacheMount.java} and, beside it, the Markdown file
 * of the same name that explains and tests it.
 *
 * <p>Implementations are final, have no state and a public constructor without arguments.
 */
public interface Rule {
  /** Where Docker's documentation has a page for each of BuildKit's checks. */
  String BUILDKIT_RULES = "https://docs.docker.com/go/dockerfile/rule/";

  /** Severity, kind of file, fixes and summary; the same object on every call. */
  Meta meta();

  /** Reports what it finds in one file; never throws on account of the file. */
  void check(Pass pass);

  /** The code that users quote: the head of a class's name, or all of a BuildKit one's. */
  default String id() {
    return RuleName.of(this).id();
  }

  /** The rest of the class's name, in kebab case: {@code apt-without-cache-mount}. */
  default String name() {
    return RuleName.of(this).name();
  }

  /** Whether a word is its code or its name. */
  default boolean isNamed(String word) {
    return id().equalsIgnoreCase(word) || name().equalsIgnoreCase(word);
  }

  /** The paragraph that the rule enforces, {@code ADR-0014 §3}; empty for housekeeping. */
  default String section() {
    String id = id();
    if (meta().family() == Family.BUILDKIT) {
      return "";
    }
    int digits = id.length() - 4;
    int section = Integer.parseInt(id.substring(digits, digits + 2));
    return section == 0 ? "" : "ADR-0014 §" + section;
  }

  /** Where others explain it: the page of Docker's documentation; empty where there is none. */
  default Optional<URI> documentation() {
    return switch (meta().family()) {
      case ADR, IMAGE -> Optional.empty();
      case BUILDKIT -> Optional.of(URI.create(BUILDKIT_RULES + name() + "/"));
    };
  }

  /** The page, as Markdown; what follows its cases mark is left out. */
  default String page() {
    String file = getClass().getSimpleName() + ".md";
    try (InputStream in = getClass().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int cases = text.indexOf("<!-- cases -->");
      return cases < 0 ? text : text.substring(0, cases).stripTrailing() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
