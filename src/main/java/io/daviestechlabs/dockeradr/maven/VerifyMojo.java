package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.ImageAccess;
import io.daviestechlabs.dockeradr.goal.ImagePlace;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import io.daviestechlabs.dockeradr.goal.Verify;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.ImageDemands;
import io.daviestechlabs.dockeradr.lint.Options;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Reads the image that {@code build} made, or any other, and fails the build if a finding in its
 * configuration, layers or history has the weight {@code failOn} or above.
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class VerifyMojo extends RulesMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.verify.skip", defaultValue = "false")
  private boolean verifySkip;

  /**
   * The image to verify instead of what was built: a name on a registry, or {@code docker-daemon:}
   * and a name in the engine. With an archive, it chooses one of several in there.
   */
  @Parameter(property = "docker-adr.reference")
  private String reference;

  /**
   * An archive to verify instead of what was built: an OCI layout, as a directory or archive, or
   * what {@code docker save} writes.
   */
  @Parameter(property = "docker-adr.archive")
  private File archive;

  /**
   * Platforms to verify, {@code all} for all that there are; those that were built, or else
   * linux/amd64, where none are given.
   */
  @Parameter(property = "docker-adr.platforms")
  private List<String> platforms;

  /**
   * The least weight of a finding that fails the build: {@code error}, {@code warning}, {@code
   * info} or {@code never}.
   */
  @Parameter(property = "docker-adr.failOn", defaultValue = "error")
  private String failOn;

  /**
   * What the images are for: {@code service}, {@code job}, {@code base} or {@code library}. Only a
   * service owes a health check.
   */
  @Parameter(property = "docker-adr.kind", defaultValue = "service")
  private String kind;

  /**
   * Reports to write to {@code target/docker-adr/}: any of {@code json} (verify.json), {@code
   * sarif} (verify.sarif) and {@code checkstyle} (verify-checkstyle.xml).
   */
  @Parameter(property = "docker-adr.reports")
  private List<String> reports;

  /** Labels that the image must have, with their values. */
  @Parameter private Map<String, String> expectedLabels;

  /** Ports that the image may expose, such as {@code 8080} or {@code 53/udp}; any if not given. */
  @Parameter(property = "docker-adr.allowedPorts")
  private List<String> allowedPorts;

  /** How large the files of all layers may be together, such as {@code 500MB} or {@code 2GiB}. */
  @Parameter(property = "docker-adr.maxSize")
  private String maxSize;

  /** How large the files of a layer may be, but for those of the base image. */
  @Parameter(property = "docker-adr.maxLayerSize")
  private String maxLayerSize;

  /** How much of the layers below a layer may delete or write again. */
  @Parameter(property = "docker-adr.maxWaste", defaultValue = "10MB")
  private String maxWaste;

  /** Which part of all bytes a container has to see, from 0 to 1. */
  @Parameter(property = "docker-adr.minEfficiency", defaultValue = "0.9")
  private double minEfficiency;

  /** How many days old the base image may be. */
  @Parameter(property = "docker-adr.maxBaseAge", defaultValue = "180")
  private int maxBaseAge;

  /** Judges the files in the layers of the base image too. */
  @Parameter(property = "docker-adr.withBase", defaultValue = "false")
  private boolean withBase;

  private final SettingsDecrypter decrypter;

  @Inject
  VerifyMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  boolean isSkipped() {
    return verifySkip;
  }

  @Override
  Options options() {
    return super.options().withFamilies(Set.of(Family.IMAGE));
  }

  @Override
  void run(Console console) {
    Module module = module();
    List<ImagePlace> places = places(module);
    if (places.isEmpty() && hasNone(module)) {
      console.info("no image was built, nothing to verify");
      return;
    }
    if (places.isEmpty()) {
      throw new UserError(
          "there is no record of a build in " + module.output(),
          "Run the build goal before, or name an image with -Ddocker-adr.reference"
              + " or -Ddocker-adr.archive; -Ddocker-adr.verify.skip leaves it out.");
    }
    new Verify(
            places,
            demands(),
            options(),
            LintSettings.reports(listOf(reports)),
            LintSettings.failOn(failOn),
            module.output(),
            module.standpoint(),
            access(module, places),
            console)
        .run();
  }

  /** A parent of modules has no image of its own. */
  private static boolean hasNone(Module module) {
    return module.hasPom()
        && module.project().getPackaging().equals("pom")
        && module.built(null, null, null).isEmpty();
  }

  private ImageAccess access(Module module, List<ImagePlace> places) {
    Set<String> registries =
        places.stream()
            .flatMap(place -> place.name().stream())
            .map(ImageName::host)
            .collect(Collectors.toSet());
    return new ImageAccess(
        new Processes(),
        System.getenv(),
        module.logins(registries, decrypter),
        module.preflight(Optional.empty()),
        module.isOffline());
  }

  private List<ImagePlace> places(Module module) {
    Optional<String> named = Optional.ofNullable(reference).filter(name -> !name.isBlank());
    if (archive != null) {
      return List.of(
          ImagePlace.archive(module.path(archive).orElseThrow(), named, listOf(platforms)));
    }
    return named.isPresent()
        ? List.of(ImagePlace.reference(named.get(), listOf(platforms)))
        : ImagePlace.built(module.output(), listOf(platforms));
  }

  private ImageDemands demands() {
    return new ImageDemands(
        LintSettings.kind(kind),
        expectedLabels == null ? Map.of() : expectedLabels,
        Optional.ofNullable(allowedPorts).filter(ports -> !ports.isEmpty()),
        LintSettings.optionalBytes("maxSize", maxSize),
        LintSettings.optionalBytes("maxLayerSize", maxLayerSize),
        LintSettings.optionalBytes("maxWaste", maxWaste).orElse(Long.MAX_VALUE),
        minEfficiency,
        maxBaseAge,
        withBase);
  }
}
