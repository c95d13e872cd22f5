package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A build argument that has another value in every build, going by its name: a date, a commit, a
 * number of the CI system. BuildKit gives it to every RUN below its ARG, used or not, so that none
 * of them is taken from the cache.
 *
 * @param declaration name and default
 * @param unaware what follows it, up to the first instruction that uses it, or what an ENV made of
 *     it; without ENV, LABEL and ARG
 */
public record VolatileArgument(Pair declaration, List<Instruction> unaware) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:APP|IMAGE|DOCKER|OCI|PROJECT)_)?"
              + "(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|NUM|ID)|CREATED|BUILD_CREATED"
              + "|(?:GIT|VCS|SCM)_(?:SHA1?|COMMIT(?:_(?:SHA|HASH|ID))?|REV|REVISION|HASH|REF)"
              + "|COMMIT(?:_(?:SHA1?|HASH|ID|REF))?|REVISION|TIMESTAMP"
              + "|CI_(?:COMMIT|PIPELINE|JOB|BUILD)_[A-Z_]+"
              + "|GIT(?:HUB|EA)_(?:SHA|RUN_ID|RUN_NUMBER))");

  /** Defaults that stand for a value to come. */
  private static final Set<String> PLACEHOLDERS =
      Set.of("", "-", "0", "dev", "head", "local", "n/a", "none", "null", "unknown", "unspecified");

  private static final int MOST_INSTRUCTIONS = 500;
  private static final int MOST_ARGUMENTS = 20;

  /** All of a stage, in order. */
  public static List<VolatileArgument> in(Stage stage) {
    List<VolatileArgument> found = new ArrayList<>();
    List<Instruction> all = stage.instructions();
    for (int i = 0; i < all.size() && found.size() < MOST_ARGUMENTS; i++) {
      if (all.get(i) instanceof Arg arg) {
        List<Instruction> below =
            all.subList(i + 1, Math.min(all.size(), i + 1 + MOST_INSTRUCTIONS));
        arg.pairs().stream()
            .filter(VolatileArgument::isVolatile)
            .limit(MOST_ARGUMENTS)
            .forEach(pair -> found.add(new VolatileArgument(pair, unaware(pair.name(), below))));
      }
    }
    return found;
  }

  private static boolean isVolatile(Pair pair) {
    String value = pair.value().flatMap(Word::literal).map(Object::toString).orElse("");
    boolean computed = pair.value().isPresent() && pair.value().get().literal().isEmpty();
    return NAME.matcher(pair.name()).matches()
        && !computed
        && PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT));
  }

  private static List<Instruction> unaware(String name, List<Instruction> below) {
    List<Instruction> unaware = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(name));
    for (Instruction instruction : below) {
      boolean uses = names.stream().anyMatch(n -> mentions(instruction, n));
      if (instruction instanceof Env env) {
        env.pairs().stream().filter(pair -> uses).map(Pair::name).forEach(names::add);
      } else if (instruction instanceof Arg arg) {
        arg.pairs().stream().filter(pair -> uses).map(Pair::name).forEach(names::add);
      } else if (!(instruction instanceof Label)) {
        if (uses) {
          return unaware;
        }
        unaware.add(instruction);
      }
    }
    return unaware;
  }

  private static boolean mentions(Instruction instruction, String name) {
    return mentions(instruction.raw().line().toString(), name)
        || instruction.heredocs().stream()
            .map(Heredoc::content)
            .anyMatch(content -> mentions(content.toString(), name));
  }

  /**
   * Whether a name stands in a text as a word: with a dollar, or as a program may ask for it. An
   * empty one, which BuildKit refuses and a Dockerfile may have, does not.
   */
  private static boolean mentions(String text, String name) {
    int first = name.isEmpty() ? -1 : text.indexOf(name);
    for (int at = first; at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean starts = at == 0 || !isNamePart(text.charAt(at - 1));
      if (starts && (end == text.length() || !isNamePart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
