package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Runs rules over files.
 *
 * <p>Has no state; one linter may serve many threads, each with a file of its own.
 */
public final class Linter {
  /** A rule with its weight in this run. */
  private record Weighed(Rule rule, Severity severity) {}

  private final List<Rule> rules;
  private final Options options;
  private final List<Rule> known;
  private final Map<FileKind, List<Weighed>> byKind = new EnumMap<>(FileKind.class);

  /**
   * @param rules all that may run; kept are only those that are on, or that a file can switch on
   * @param options weights and settings; a rule that is off does not run
   * @param known all rules that a comment may name
   */
  public Linter(List<Rule> rules, Options options, List<Rule> known) {
    this.rules = rules.stream().filter(options.weights()::canRun).toList();
    this.options = options;
    this.known = List.copyOf(known);
    for (FileKind kind : FileKind.values()) {
      byKind.put(
          kind,
          this.rules.stream()
              .filter(rule -> rule.meta().kinds().contains(kind))
              .map(rule -> new Weighed(rule, options.severity(rule)))
              .toList());
    }
  }

  /**
   * @param rules all that may run, and all that a comment may name
   * @param options weights and settings; a rule that is off does not run
   */
  public Linter(List<Rule> rules, Options options) {
    this(rules, options, rules);
  }

  /** Those that may run. */
  public List<Rule> rules() {
    return rules;
  }

  /** Weights and settings. */
  public Options options() {
    return options;
  }

  /** All rules that a comment may name. */
  List<Rule> known() {
    return known;
  }

  /** The findings of one file that no comment suppresses, in order. */
  public List<Finding> lint(Subject subject) {
    return lintAll(subject).stream().filter(Finding::isActive).toList();
  }

  /** The findings of one file, the suppressed ones too, in order. */
  public List<Finding> lintAll(Subject subject) {
    Suppressions suppressions = new Suppressions(subject, options);
    List<Finding> findings = new ArrayList<>();
    List<Weighed> mine = byKind.get(subject.kind());
    for (Weighed each : mine) {
      if (!(each.rule instanceof SuppressionRule)) {
        each.rule.check(pass(each, subject, suppressions, findings));
      }
    }
    List<Finding> once = withoutEchoes(findings, subject.source());
    once.replaceAll(suppressions::apply);
    for (Weighed each : mine) {
      if (each.rule instanceof SuppressionRule) {
        each.rule.check(pass(each, subject, suppressions, once));
      }
    }
    once.sort(Finding.ORDER);
    return once;
  }

  private Pass pass(
      Weighed each, Subject subject, Suppressions suppressions, List<Finding> findings) {
    boolean heedsFile = each.rule.meta().family() == Family.BUILDKIT;
    Severity severity =
        heedsFile && subject instanceof DockerfileSubject dockerfile
            ? options.severity(each.rule, dockerfile.file().checks())
            : each.severity;
    return new Pass(each.rule, severity, subject, this, suppressions, findings);
  }

  /** Leaves out what another family has said of the same place already. */
  private static List<Finding> withoutEchoes(List<Finding> findings, Source source) {
    Map<String, NavigableMap<Integer, Integer>> said = new HashMap<>();
    for (Finding finding : findings) {
      finding.rule().meta().sameAs().ifPresent(id -> said.put(id, new TreeMap<>()));
    }
    if (said.isEmpty()) {
      return findings;
    }
    for (Finding finding : findings) {
      NavigableMap<Integer, Integer> places = said.get(finding.rule().id());
      if (places != null && finding.source() == source) {
        places.merge(finding.span().start(), finding.span().end(), Math::max);
      }
    }
    findings.removeIf(f -> f.rule().meta().sameAs().filter(id -> has(said.get(id), f)).isPresent());
    return findings;
  }

  private static boolean has(NavigableMap<Integer, Integer> places, Finding finding) {
    Map.Entry<Integer, Integer> last = places.lowerEntry(finding.span().end());
    return last != null && last.getValue() > finding.span().start();
  }
}
