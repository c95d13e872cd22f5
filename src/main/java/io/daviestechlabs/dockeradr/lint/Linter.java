package io.daviestechlabs.dockeradr.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs rules over files.
 *
 * <p>Has no state; one linter may serve many threads, each with a file of its own.
 *
 * @param rules all that may run
 * @param options weights and settings; a rule that is off does not run
 */
public record Linter(List<Rule> rules, Options options) {
  /** Keeps only rules that are on. */
  public Linter {
    rules = rules.stream().filter(r -> options.severity(r) != Severity.OFF).toList();
  }

  /** The findings of one file, in order. */
  public List<Finding> lint(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.meta().kinds().contains(subject.kind())) {
        rule.check(new Pass(rule, subject, options, findings));
      }
    }
    findings.sort(Finding.ORDER);
    return findings;
  }
}
