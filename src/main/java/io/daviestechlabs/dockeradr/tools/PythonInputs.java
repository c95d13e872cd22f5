package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files by which pip, uv or Poetry decides what to install.
 *
 * @param files requirement files, as written
 * @param projects directories of projects, as written; a dot for the current one
 * @param extras that are asked for
 * @param groups dependency groups that are asked for
 */
public record PythonInputs(
    List<String> files, List<String> projects, Set<String> extras, Set<String> groups) {
  private static final List<String> ARCHIVES = List.of(".whl", ".zip", ".gz", ".tgz", ".bz2");

  /**
   * Reads a call; empty where a lock file or constraints decide, and for other programs.
   *
   * @param variables those in force for a call
   */
  public static Optional<PythonInputs> of(Call call, Function<Call, Scope> variables) {
    return named(call, variables)
        .filter(inputs -> !inputs.files.isEmpty() || !inputs.projects.isEmpty())
        .filter(inputs -> !PythonTool.isConstrained(variables.apply(call)));
  }

  private static Optional<PythonInputs> named(Call call, Function<Call, Scope> variables) {
    Optional<PythonTool> installer =
        Stream.<PythonTool>concat(Pip.of(call).stream(), Uv.of(call).stream())
            .filter(PythonTool::takesRequirements)
            .filter(tool -> !tool.isConstrained())
            .findFirst();
    return installer
        .map(PythonInputs::of)
        .or(
            () ->
                Uv.of(call)
                    .filter(
                        uv -> uv.subcommand().equals("sync") && !uv.isLocked(variables.apply(call)))
                    .map(Uv::inputs))
        .or(() -> Poetry.of(call).flatMap(Poetry::inputs));
  }

  private static PythonInputs of(PythonTool tool) {
    List<String> projects = new ArrayList<>();
    Set<String> extras = new HashSet<>(values(tool.values("--extra")));
    Stream.concat(tool.subjects().stream(), tool.editables().stream())
        .flatMap(word -> word.literal().stream())
        .map(Object::toString)
        .filter(PythonInputs::isDirectory)
        .forEach(path -> projects.add(withoutExtras(path, extras)));
    return new PythonInputs(
        values(tool.requirementFiles()), projects, extras, values(tool, "--group"));
  }

  /** The project of the current directory, with what the flags of some names ask for besides. */
  static PythonInputs project(Tool tool, List<String> extraFlags, Set<String> groups) {
    Set<String> extras =
        extraFlags.stream()
            .flatMap(name -> values(tool, name).stream())
            .flatMap(value -> Stream.of(value.split("[ ,]+")))
            .collect(Collectors.toSet());
    String directory =
        tool.arguments()
            .value("--directory", "--project", "-C")
            .flatMap(ShellWord::literal)
            .map(Object::toString)
            .orElse(".");
    return new PythonInputs(List.of(), List.of(directory), extras, groups);
  }

  static Set<String> values(Tool tool, String name) {
    return Set.copyOf(
        values(tool.arguments().all(name).stream().flatMap(f -> f.value().stream()).toList()));
  }

  private static List<String> values(List<ShellWord> words) {
    return words.stream()
        .flatMap(word -> word.literal().stream())
        .map(Object::toString)
        .filter(value -> !value.contains("://") && !value.equals("-"))
        .toList();
  }

  private static boolean isDirectory(String path) {
    boolean local = path.startsWith(".") || path.startsWith("/");
    return local && ARCHIVES.stream().noneMatch(path::endsWith) && !path.contains("*");
  }

  private static String withoutExtras(String path, Set<String> extras) {
    int open = path.indexOf('[');
    int close = path.indexOf(']', Math.max(0, open));
    if (open < 0 || close < 0) {
      return path;
    }
    Stream.of(path.substring(open + 1, close).split(",")).map(String::strip).forEach(extras::add);
    return path.substring(0, open);
  }
}
