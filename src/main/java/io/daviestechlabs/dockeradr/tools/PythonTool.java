package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.python.Requirement;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What pip and uv have in common: requirements, files of them, constraints. */
public interface PythonTool extends Tool {
  /** Variables of pip and uv that rule versions. */
  List<String> CONSTRAINTS =
      List.of("PIP_CONSTRAINT", "UV_CONSTRAINT", "UV_OVERRIDE", "UV_EXCLUDE_NEWER");

  /** Whether the operands are requirements. */
  boolean takesRequirements();

  /** The requirements on the command line, each read when it is asked for: there may be many. */
  default Stream<Requirement> requirements() {
    return takesRequirements()
        ? subjects().stream().map(word -> Requirement.parse(word.unquoted()))
        : Stream.empty();
  }

  /**
   * The first requirement of a package.
   *
   * @param name normalized, without a separator
   */
  default Optional<Requirement> requirement(String name) {
    return takesRequirements()
        ? subjects().stream()
            .filter(
                word -> word.unquoted().toString().regionMatches(true, 0, name, 0, name.length()))
            .map(word -> Requirement.parse(word.unquoted()))
            .filter(requirement -> requirement.normalizedName().equals(name))
            .findFirst()
        : Optional.empty();
  }

  /** The requirements files that it is given. */
  default List<ShellWord> requirementFiles() {
    return values("-r", "--requirement", "--requirements");
  }

  /** The constraints files that it is given. */
  default List<ShellWord> constraintFiles() {
    return values("-c", "--constraint", "--constraints");
  }

  /** The projects that it installs in place. */
  default List<ShellWord> editables() {
    return values("-e", "--editable");
  }

  /** Whether versions are ruled by a file, a date or hashes that the call names. */
  default boolean isConstrained() {
    return !constraintFiles().isEmpty()
        || has("--override", "--overrides", "--require-hashes", "--exclude-newer");
  }

  /** Whether versions are ruled by what a variable names. */
  static boolean isConstrained(Scope variables) {
    return CONSTRAINTS.stream()
        .anyMatch(name -> variables.knowledge(name) != Scope.Knowledge.UNKNOWN);
  }

  /** The values of all flags of some names. */
  default List<ShellWord> values(String... names) {
    List<Flag> flags = arguments().all(names);
    return flags.stream().flatMap(flag -> flag.value().stream()).toList();
  }
}
