package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;

/**
 * A package that a call asks for.
 *
 * @param word as written
 * @param name without version
 * @param operator what stands between name and version, such as {@code =} or {@code @}; or empty
 * @param version behind the operator, quotes gone; or empty
 */
public record PackageRequest(ShellWord word, String name, String operator, String version) {
  /**
   * Splits a word where the first of some operators stands.
   *
   * @param operators longer ones before those that they begin with
   */
  static PackageRequest of(ShellWord word, List<String> operators) {
    return of(word, operators, 0);
  }

  /** The same, looking from an index on: the scope of {@code @scope/name@1} has no version. */
  static PackageRequest of(ShellWord word, List<String> operators, int from) {
    String text = word.unquoted().toString();
    for (int i = from; i < text.length(); i++) {
      for (String operator : operators) {
        if (text.startsWith(operator, i)) {
          return new PackageRequest(
              word, text.substring(0, i), operator, text.substring(i + operator.length()));
        }
      }
    }
    return new PackageRequest(word, text, "", "");
  }

  /** Where it is written. */
  public Span span() {
    return word.span();
  }

  /** Whether it names a version, be it by a variable. */
  public boolean hasVersion() {
    return !version.isEmpty();
  }

  /** Whether an expansion has a say in its name. */
  public boolean isUnknown() {
    return name.indexOf('$') >= 0 || name.indexOf('`') >= 0;
  }

  /** Whether it is a file, a directory or an address, and no name that a registry knows. */
  public boolean isPath() {
    return name.startsWith(".") || name.startsWith("/") || name.contains("://");
  }
}
