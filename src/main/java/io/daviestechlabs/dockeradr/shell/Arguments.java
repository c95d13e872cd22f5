package io.daviestechlabs.dockeradr.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call's arguments as a program reads them that knows its flags.
 *
 * @param flags in order; letters of a bundle apart
 * @param operands in order, and all that stands behind {@code --}
 */
public record Arguments(List<Flag> flags, List<ShellWord> operands) {
  /**
   * Sorts words.
   *
   * @param words behind the program's name
   * @param syntax of the flags; {@code --no-cache=x} has a value anyway
   */
  static Arguments of(List<ShellWord> words, FlagSyntax syntax) {
    List<Flag> flags = new ArrayList<>();
    List<ShellWord> operands = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      ShellWord word = words.get(i);
      String prefix = word.literalPrefix();
      if (prefix.equals("--") && word.is("--")) {
        operands.addAll(words.subList(i + 1, words.size()));
        break;
      }
      if (prefix.length() < 2 || prefix.charAt(0) != '-') {
        operands.add(word);
      } else {
        Optional<ShellWord> next =
            i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
        i += flags(word, prefix, next, syntax, flags) ? 1 : 0;
      }
    }
    return new Arguments(List.copyOf(flags), List.copyOf(operands));
  }

  /** Adds the flags of one word; true if the next word is a value. */
  private static boolean flags(
      ShellWord word,
      String prefix,
      Optional<ShellWord> next,
      FlagSyntax syntax,
      List<Flag> flags) {
    int equals = prefix.indexOf('=');
    String name = equals < 0 ? prefix : prefix.substring(0, equals);
    boolean own = name.startsWith("--") || syntax.takesValue(name) || name.length() == 2;
    if (equals > 0 && (own || !syntax.bundles())) {
      flags.add(new Flag(name, Optional.of(word.from(equals + 1)), word));
      return false;
    }
    boolean takes = syntax.takesValue(prefix);
    if (name.startsWith("--") || takes || !syntax.bundles() || !isBundle(prefix)) {
      flags.add(new Flag(prefix, takes ? next : Optional.empty(), word));
      return takes;
    }
    return bundle(word, prefix, next, syntax, flags);
  }

  private static boolean isBundle(String prefix) {
    return prefix.chars().skip(1).limit(1).allMatch(Character::isLetterOrDigit);
  }

  private static boolean bundle(
      ShellWord word,
      String prefix,
      Optional<ShellWord> next,
      FlagSyntax syntax,
      List<Flag> flags) {
    for (int i = 1; i < prefix.length(); i++) {
      String name = "-" + prefix.charAt(i);
      if (syntax.takesValue(name)) {
        boolean attached = i + 1 < prefix.length() || !word.is(prefix);
        flags.add(new Flag(name, attached ? Optional.of(word.from(i + 1)) : next, word));
        return !attached;
      }
      flags.add(new Flag(name, Optional.empty(), word));
    }
    return false;
  }

  /** Whether a flag of one of some names is there. */
  public boolean has(String... names) {
    return flag(names).isPresent();
  }

  /** The first flag of one of some names. */
  public Optional<Flag> flag(String... names) {
    return flags.stream().filter(f -> f.is(names)).findFirst();
  }

  /** What stands before an operand: flags behind it may be those of another program. */
  public Arguments before(ShellWord operand) {
    int end = operand.span().start();
    return new Arguments(
        flags.stream().filter(f -> f.word().span().start() < end).toList(),
        operands.stream().filter(o -> o.span().start() < end).toList());
  }

  /** All flags of some names. */
  public List<Flag> all(String... names) {
    return flags.stream().filter(f -> f.is(names)).toList();
  }

  /** The value of the first flag of one of some names that has one. */
  public Optional<ShellWord> value(String... names) {
    return all(names).stream().flatMap(f -> f.value().stream()).findFirst();
  }
}
