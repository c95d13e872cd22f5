package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call takes away with all that is in it: a directory that something is mounted on cannot
 * go, and the call fails.
 *
 * @param call of {@code rm}, {@code rmdir}, {@code mv} or {@code find}
 * @param targets the words that say what goes
 */
public record Deletion(Call call, List<ShellWord> targets) {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  /** Reads a call; empty for one that takes no directory away. */
  public static Optional<Deletion> of(Call call) {
    List<ShellWord> operands =
        switch (call.name()) {
          case "rm" -> Rm.of(call).filter(Rm::isRecursive).map(Rm::targets).orElse(List.of());
          case "rmdir" -> call.operands();
          case "mv" -> butLast(call.operands("-t", "--target-directory", "-S", "--suffix"));
          case "find" -> roots(call);
          default -> List.of();
        };
    return operands.isEmpty() ? Optional.empty() : Optional.of(new Deletion(call, operands));
  }

  private static List<ShellWord> butLast(List<ShellWord> words) {
    return words.subList(0, Math.max(0, words.size() - 1));
  }

  /** Where a {@code find} starts that deletes more than files. */
  private static List<ShellWord> roots(Call find) {
    boolean deletes = find.args().stream().anyMatch(a -> a.is("-delete") || a.is("rm"));
    boolean onlyFiles = find.value("-type").filter(type -> type.is("f")).isPresent();
    return deletes && !onlyFiles
        ? find.args().stream().takeWhile(a -> !a.literalPrefix().startsWith("-")).toList()
        : List.of();
  }

  /**
   * The targets that are, or may be, a directory or one that it lies in.
   *
   * @param directory absolute
   * @param variables those in force
   * @param place where relative targets start, if that is known
   */
  public List<ShellWord> hitting(String directory, Scope variables, Optional<String> place) {
    return targets.stream().filter(word -> hits(word, directory, variables, place)).toList();
  }

  private static boolean hits(
      ShellWord word, String directory, Scope variables, Optional<String> place) {
    String written = expanded(word.unquoted().toString(), variables);
    boolean isRelative = !written.startsWith("/") && !written.startsWith("$");
    String path = isRelative ? place.orElse("$") + "/" + written : written;
    if (!path.startsWith("$")) {
      return isAround(List.of(Paths.clean(path).split("/")), List.of(directory.split("/")));
    }
    // Whatever it begins with, its end may be that of the directory.
    int slash = path.indexOf('/');
    String rest = slash < 0 ? "" : Paths.clean(path.substring(slash + 1));
    List<String> names = List.of(directory.split("/"));
    for (int from = 1; !rest.isEmpty() && from < names.size(); from++) {
      if (isAround(List.of(rest.split("/")), names.subList(from, names.size()))) {
        return true;
      }
    }
    return false;
  }

  private static String expanded(String written, Scope variables) {
    String text =
        written.startsWith("~/") || written.equals("~") ? "$HOME" + written.substring(1) : written;
    Matcher variable = VARIABLE.matcher(text);
    return variable.replaceAll(
        found -> {
          String name = found.group(1) == null ? found.group(2) : found.group(1);
          return Matcher.quoteReplacement(variables.value(name).orElse("$"));
        });
  }

  private static boolean isAround(List<String> pattern, List<String> names) {
    if (pattern.size() > names.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!mayBe(pattern.get(i), names.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What is behind the first character that stands for others may be anything. */
  private static boolean mayBe(String pattern, String name) {
    if (name.startsWith(".") && !pattern.isEmpty() && "*?[".indexOf(pattern.charAt(0)) >= 0) {
      return false;
    }
    int open = 0;
    while (open < pattern.length() && "*?[{$`".indexOf(pattern.charAt(open)) < 0) {
      open++;
    }
    return open == pattern.length()
        ? pattern.equals(name)
        : name.startsWith(pattern.substring(0, open));
  }
}
