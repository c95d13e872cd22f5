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
 */
public record Linter(List<Rule> rules, Options options) {
  /** Keeps only rules that are on, or that a file can switch on. */
  public Linter {
    rules = rules.stream().filter(options::canRun).toList();
  }

  /** The findings of one file, in order. */
  public List<Finding> lint(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.meta().kinds().contains(subject.kind())) {
        rule.check(new Pass(rule, subject, options, findings));
      }
    }
    List<Finding> once = withoutEchoes(findings, subject.source());
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
