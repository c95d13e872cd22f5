package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.BuiltImage;
import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.DockerfileSearch;
import io.daviestechlabs.dockeradr.goal.Lint;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.report.Format;
import java.io.File;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that look for findings have in common: which files, and how they are judged. */
abstract class LintingMojo extends RulesMojo {
  /**
   * The least weight of a finding that fails the build: {@code error}, {@code warning}, {@code
   * info} or {@code never}.
   */
  @Parameter(property = "docker-adr.failOn", defaultValue = "error")
  private String failOn;

  /**
   * Patterns of the Dockerfiles to lint, relative to the module's directory. Without any these are
   * {@code Dockerfile}, {@code Dockerfile.*}, {@code *.Dockerfile}, {@code *.dockerfile} and {@code
   * Containerfile*} in any directory but {@code target}, {@code .git}, {@code node_modules},
   * virtual environments and other modules.
   */
  @Parameter(property = "docker-adr.includes")
  private List<String> includes;

  /** Patterns of Dockerfiles to leave out, relative to the module's directory. */
  @Parameter(property = "docker-adr.excludes")
  private List<String> excludes;

  /**
   * What the module's images are for: {@code service}, {@code job}, {@code base} or {@code
   * library}. Only a service owes a health check.
   */
  @Parameter(property = "docker-adr.kind", defaultValue = "service")
  private String kind;

  /** The oldest frontend that a syntax line may name. */
  @Parameter(property = "docker-adr.minimumSyntax", defaultValue = "1.7")
  private String minimumSyntax;

  /**
   * Repositories of frontends that may read a Dockerfile, such as {@code
   * mirror.example.com/docker/dockerfile}; from whatever registry where none is named.
   */
  @Parameter(
      property = "docker-adr.knownFrontends",
      defaultValue = "docker/dockerfile,docker/dockerfile-upstream")
  private List<String> knownFrontends;

  /** How many bytes a build context may have without being reported. */
  @Parameter(property = "docker-adr.contextBudget", defaultValue = "100000000")
  private long contextBudget;

  /** The Dockerfile that the {@code build} goal builds, relative to the module's directory. */
  @Parameter(property = "docker-adr.dockerfile")
  private File dockerfile;

  /** The directory that the {@code build} goal sends; the module's where it is not given. */
  @Parameter(property = "docker-adr.context")
  private File context;

  /** The stage that the {@code build} goal builds; the last one where it is not given. */
  @Parameter(property = "docker-adr.target")
  private String target;

  /** The images that the {@code build} goal builds, where it builds several; see there. */
  @Parameter private List<ImageParameter> images;

  /** The lint that the parameters ask for. */
  final Lint lint(Set<Format> reports, Console console) {
    Module module = module();
    return new Lint(
        new DockerfileSearch(module.base(), listOf(includes), listOf(excludes), module.others()),
        module.isTop() ? Lint.workflows(module.base()) : List.of(),
        module.standpoint(),
        options(),
        LintSettings.kind(kind),
        built(module),
        module.labels(),
        module.runs("generate-dockerignore"),
        reports,
        LintSettings.failOn(failOn),
        module.output(),
        console);
  }

  private List<BuiltImage> built(Module module) {
    List<ImageParameter> all =
        images == null || images.isEmpty() ? List.of(new ImageParameter()) : images;
    return all.stream()
        .flatMap(image -> image.source(module, dockerfile, context, target).stream())
        .toList();
  }

  @Override
  final Options options() {
    return super.options()
        .withContextBudget(contextBudget)
        .withFrontends(LintSettings.syntax(minimumSyntax), listOf(knownFrontends));
  }
}
