package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Runs rules over files.
 *
 * <p>Has no state; one linter may serve many threads, each with a file of its own.
 *
 * @param rules all that may run
 * @param options weights and settings; a rule that is off does not run
 * @param known all rules that a comment may name
 */
public record Linter(List<Rule> rules, Options options, List<Rule> known) {
  /** Keeps only rules that are on, or that a file can switch on. */
  public Linter {
    rules = rules.stream().filter(options.weights()::canRun).toList();
  }

  /**
   * @param rules all that may run, and all that a comment may name
   * @param options weights and settings; a rule that is off does not run
   */
  public Linter(List<Rule> rules, Options options) {
    this(rules, options, rules);
  }

  /** The findings of one file that no comment suppresses, in order. */
  public List<Finding> lint(Subject subject) {
    return lintAll(subject).stream().filter(Finding::isActive).toList();
  }

  /** The findings of one file, the suppressed ones too, in order. */
  public List<Finding> lintAll(Subject subject) {
    Suppressions suppressions = new Suppressions(subject, options);
    List<Finding> findings = new ArrayList<>();
    List<Rule> mine =
        rules.stream().filter(rule -> rule.meta().kinds().contains(subject.kind())).toList();
    for (Rule rule : mine) {
      if (!(rule instanceof SuppressionRule)) {
        rule.check(new Pass(rule, subject, this, suppressions, findings));
      }
    }
    List<Finding> once = withoutEchoes(findings, subject.source());
    once.replaceAll(suppressions::apply);
    for (Rule rule : mine) {
      if (rule instanceof SuppressionRule) {
        rule.check(new Pass(rule, subject, this, suppressions, once));
      }
    }
    once.sort(Finding.ORDER);
    return once;
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
