package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code pyproject.toml}: PEP 621's {@code [project]}, PEP 735's {@code [dependency-groups]},
 * Poetry's own tables, and the files that setuptools is told to read.
 */
final class ProjectFile {
  private static final String POETRY = "poetry";

  /** {@code ^1.2}, {@code ~1.2}, {@code 1.2} and {@code 1.*} of Poetry, each a range by itself. */
  private static final Pattern POETRY_RANGE = Pattern.compile("[\\^~]?=?\\s*v?[0-9].*");

  private ProjectFile() {}

  static DependencyFile parse(Source source) {
    Toml.Table file = Toml.parse(source);
    List<Dependency> dependencies =
        new ArrayList<>(Dependency.of(file.strings("project", "dependencies")));
    Toml.Table poetry = file.table("tool", POETRY);
    if (file.value("project", "dependencies").isEmpty()) {
      dependencies.addAll(poetry(poetry.table("dependencies"), false));
    }
    Map<String, List<Dependency>> extras = strings(file.table("project", "optional-dependencies"));
    poetry
        .table("extras")
        .entries()
        .forEach(
            e ->
                extras.computeIfAbsent(
                    e.key().toString(), k -> poetry(poetry.table("dependencies"), true)));
    Map<String, List<Dependency>> groups = strings(file.table("dependency-groups"));
    groups.putAll(groups(poetry));
    return new DependencyFile(source, dependencies, extras, groups, included(file), List.of());
  }

  private static Map<String, List<Dependency>> strings(Toml.Table table) {
    Map<String, List<Dependency>> lists = new HashMap<>();
    for (Toml.Entry entry : table.entries()) {
      String name = entry.key().toString();
      lists.put(name, Dependency.of(table.strings(name)));
    }
    return lists;
  }

  private static Map<String, List<Dependency>> groups(Toml.Table poetry) {
    Map<String, List<Dependency>> groups = new HashMap<>();
    groups.put("dev", poetry(poetry.table("dev-dependencies"), false));
    for (Toml.Entry entry : poetry.table("group").entries()) {
      String name = entry.key().toString();
      groups.put(name, poetry(poetry.table("group", name, "dependencies"), false));
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  /**
   * The dependencies of one of Poetry's tables that are installed always, or only with an extra.
   */
  private static List<Dependency> poetry(Toml.Table table, boolean optional) {
    List<Dependency> found = new ArrayList<>();
    for (Toml.Entry entry : table.entries()) {
      boolean isOptional = entry.value() instanceof Toml.Table t && t.value("optional").isPresent();
      if (!entry.key().is("python") && isOptional == optional) {
        version(entry.value()).map(version -> poetry(entry.key(), version)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The version of an entry; empty for paths, addresses and lists of several. */
  private static Optional<Text> version(Toml.Value value) {
    if (value instanceof Toml.Table table) {
      return table.string("version");
    }
    return value instanceof Toml.Str string ? Optional.of(string.text()) : Optional.empty();
  }

  private static Dependency poetry(Text key, Text version) {
    boolean lower = true;
    boolean upper = true;
    for (String alternative : version.toString().split("\\|\\|?")) {
      boolean hasLower = false;
      boolean hasUpper = false;
      for (String part : alternative.strip().split("\\s*,\\s*|(?<=[0-9*])\\s+")) {
        boolean range = POETRY_RANGE.matcher(part).matches() || part.startsWith("==");
        hasLower |= range || part.startsWith(">");
        hasUpper |= range || part.startsWith("<");
      }
      lower &= hasLower;
      upper &= hasUpper;
    }
    Requirement named = Requirement.parse(key);
    return new Dependency(
        key.toString(), named.normalizedName(), key.span().to(version.span()), lower, upper);
  }

  /** {@code dependencies = {file = "requirements.txt"}} below {@code [tool.setuptools.dynamic]}. */
  private static List<String> included(Toml.Table file) {
    Toml.Table dynamic = file.table("tool", "setuptools", "dynamic", "dependencies");
    List<Text> files = new ArrayList<>(dynamic.strings("file"));
    dynamic.string("file").ifPresent(files::add);
    return files.stream().map(Text::toString).toList();
  }
}
