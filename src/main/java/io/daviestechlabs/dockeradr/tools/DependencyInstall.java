package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.python.Requirement;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call that installs what manifests of the source name, and needs nothing else of the source.
 *
 * @param tool the call as its program reads it
 * @param manifests files that it reads, as far as their names are known; the main one first
 */
public record DependencyInstall(Tool tool, List<String> manifests) {
  private static final Set<String> MAVEN_GOALS =
      Set.of(
          "dependency:go-offline",
          "dependency:resolve",
          "dependency:resolve-plugins",
          "dependency:copy-dependencies");

  /** Reads a call; empty for all others, those that build the source too among them. */
  public static Optional<DependencyInstall> of(Call call) {
    return PackageTool.of(call)
        .flatMap(
            kind ->
                kind.read(call)
                    .filter(t -> t.installs() && !t.isOffline())
                    .map(tool -> of(kind, tool)))
        .filter(install -> !install.manifests.isEmpty());
  }

  private static DependencyInstall of(PackageTool kind, Tool tool) {
    List<String> manifests =
        switch (kind) {
          case PIP -> requirementFiles((PythonTool) tool);
          case UV -> uv((Uv) tool);
          case POETRY -> tool.subcommand().equals("install") ? poetry(tool) : List.of();
          case NPM -> npm((Npm) tool, Set.of("install", "i", "ci"), "package-lock.json");
          case YARN -> npm((Npm) tool, Set.of("", "install"), "yarn.lock");
          case PNPM -> npm((Npm) tool, Set.of("install", "i"), "pnpm-lock.yaml");
          case BUN -> npm((Npm) tool, Set.of("install", "i"), "bun.lock");
          case GO -> named(tool, "mod download", "go.mod", "go.sum");
          case CARGO -> named(tool, "fetch", "Cargo.toml", "Cargo.lock");
          case BUNDLER -> named(tool, "install", "Gemfile", "Gemfile.lock");
          case COMPOSER -> named(tool, "install", "composer.json", "composer.lock");
          case MAVEN ->
              MAVEN_GOALS.containsAll(((Maven) tool).goals()) ? List.of("pom.xml") : List.of();
          default -> List.of();
        };
    return new DependencyInstall(tool, manifests);
  }

  /** Not with projects among the targets: those need their source. */
  private static List<String> requirementFiles(PythonTool tool) {
    List<ShellWord> files = tool.requirementFiles();
    return files.isEmpty()
            || !tool.editables().isEmpty()
            || tool.requirements().anyMatch(Requirement::isDirect)
        ? List.of()
        : files.stream()
            .flatMap(word -> word.literal().stream())
            .map(Object::toString)
            .filter(path -> !path.contains("://") && !path.equals("-"))
            .toList();
  }

  private static List<String> uv(Uv uv) {
    if (uv.subcommand().equals("sync")) {
      boolean project = !uv.has("--no-install-project", "--no-install-workspace");
      return project ? List.of() : List.of("pyproject.toml", "uv.lock");
    }
    return uv.subcommand().equals("pip install") ? requirementFiles(uv) : List.of();
  }

  private static List<String> poetry(Tool tool) {
    return tool.has("--no-root") ? List.of("pyproject.toml", "poetry.lock") : List.of();
  }

  private static List<String> npm(Npm npm, Set<String> commands, String lock) {
    boolean fromManifest =
        commands.contains(npm.subcommand()) && npm.subjects().isEmpty() && !npm.isGlobal();
    return fromManifest ? List.of("package.json", lock) : List.of();
  }

  private static List<String> named(Tool tool, String command, String... manifests) {
    return tool.subcommand().equals(command) ? List.of(manifests) : List.of();
  }

  /** Whether a call fetches source of its own, with manifests of its own. */
  public static boolean clones(Call call) {
    return call.name().equals("git")
        && call.operands("-c", "-C").stream().findFirst().filter(w -> w.is("clone")).isPresent();
  }

  /** The name of the main manifest, without its directory. */
  public String manifest() {
    return names().findFirst().orElse("");
  }

  /** The names of the manifests, without their directories. */
  public Stream<String> names() {
    return manifests.stream().map(path -> path.substring(path.lastIndexOf('/') + 1));
  }

  /** Whether a source of a COPY takes the main manifest along by its name. */
  public boolean isTakenBy(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    String main = manifest();
    if (name.indexOf('*') < 0) {
      return name.equals(main);
    }
    String[] around = name.split("\\*", -1);
    return !name.equals("*")
        && main.startsWith(around[0])
        && main.endsWith(around[around.length - 1]);
  }

  /** A manifest whose path starts at the root, up to the first variable in it. */
  public Optional<String> absoluteManifest() {
    return tool instanceof PythonTool python
        ? python.requirementFiles().stream()
            .map(ShellWord::literalPrefix)
            .filter(path -> path.startsWith("/"))
            .findFirst()
        : Optional.empty();
  }
}
