package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.DockerfileSearch;
import io.daviestechlabs.dockeradr.goal.Lint;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the module's Dockerfiles, their ignore files and the repository's workflows against
 * ADR-0014, and fails the build on a finding of the weight {@code failOn} or above.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends AdrMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.lint.skip", defaultValue = "false")
  private boolean lintSkip;

  /**
   * The least weight of a finding that fails the build: {@code error}, {@code warning}, {@code
   * info} or {@code never}.
   */
  @Parameter(property = "docker-adr.failOn", defaultValue = "error")
  private String failOn;

  /**
   * Reports to write to {@code target/docker-adr/}: any of {@code json} (lint.json), {@code sarif}
   * (lint.sarif) and {@code checkstyle} (checkstyle.xml). None are written unless asked for.
   */
  @Parameter(property = "docker-adr.reports")
  private List<String> reports;

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

  /**
   * Families of rules that run: {@code adr} are those of the decision, {@code buildkit} the checks
   * of {@code docker build --check}.
   */
  @Parameter(property = "docker-adr.families", defaultValue = "adr,buildkit")
  private List<String> families;

  /**
   * Weights of rules that differ from their own, by code: {@code <ADR0311>info</ADR0311>}; {@code
   * off} switches a rule off.
   */
  @Parameter private Map<String, String> severities;

  /** The Dockerfile that the {@code build} goal builds, relative to the module's directory. */
  @Parameter(property = "docker-adr.dockerfile")
  private File dockerfile;

  /** The directory that the {@code build} goal sends; the module's where it is not given. */
  @Parameter(property = "docker-adr.context")
  private File context;

  /** The stage that the {@code build} goal builds; the last one where it is not given. */
  @Parameter(property = "docker-adr.target")
  private String target;

  @Override
  boolean isSkipped() {
    return lintSkip;
  }

  @Override
  void run(Console console) {
    Module module = module();
    new Lint(
            new DockerfileSearch(
                module.base(), listOf(includes), listOf(excludes), module.others()),
            module.isTop() ? Lint.workflows(module.base()) : List.of(),
            module.standpoint(),
            LintSettings.options(severities == null ? Map.of() : severities)
                .withFamilies(LintSettings.families(listOf(families))),
            LintSettings.kind(kind),
            module.built(dockerfile, context, target),
            module.labels(),
            module.runs("generate-dockerignore"),
            LintSettings.reports(listOf(reports)),
            LintSettings.failOn(failOn),
            module.output(),
            console)
        .run();
  }
}
