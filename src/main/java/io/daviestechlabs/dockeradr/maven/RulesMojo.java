package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.LintSettings;
import io.daviestechlabs.dockeradr.goal.PomRules;
import io.daviestechlabs.dockeradr.lint.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that know rules have in common: which of them run, and how much they matter. */
abstract class RulesMojo extends AdrMojo {
  /**
   * Families of rules that run: {@code adr} are those of the decision, {@code buildkit} the checks
   * of {@code docker build --check}, {@code image} those that {@code verify} runs over images.
   */
  @Parameter(property = "docker-adr.families", defaultValue = "adr,buildkit,image")
  private List<String> families;

  /**
   * Weights of rules that differ from their own, by code: {@code <ADR0311>info</ADR0311>}; {@code
   * off} switches a rule off.
   */
  @Parameter private Map<String, String> severities;

  /**
   * Codes of rules that modules may not quieten: {@code <rule>ADR0607</rule>}. Written in a parent
   * POM, beside the {@code severities} that are to hold at least, it makes comments that suppress
   * such a rule, lesser weights in modules and a family that is left out without effect, and
   * reports the first two. What a parent has locked, no module can unlock.
   */
  @Parameter private List<String> locked;

  /**
   * Keys of labels that every image has; title, description, vendor, source and licenses of {@code
   * org.opencontainers.image} where none are given.
   */
  @Parameter(property = "docker-adr.requiredLabels")
  private List<String> requiredLabels;

  /** The weights and settings that the parameters ask for. */
  Options options() {
    List<PomRules> poms = new ArrayList<>(module().inheritedRules());
    poms.add(new PomRules(severities == null ? Map.of() : severities, listOf(locked)));
    Options options = LintSettings.options(poms);
    return options
        .withRequiredLabels(LintSettings.labels(listOf(requiredLabels), options.requiredLabels()))
        .withFamilies(LintSettings.families(listOf(families)))
        .withToday(module().today());
  }
}
