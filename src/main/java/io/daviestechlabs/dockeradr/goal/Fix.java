package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fix.Safety;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.rules.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Applies the fixes of what {@link Lint} finds.
 *
 * @param lint what is looked at, and how
 * @param unsafe whether fixes that can change behaviour are applied too
 * @param dryRun whether to print a diff instead of writing
 * @param rules whose fixes are applied; empty for all
 * @param style how an ignore file is put
 * @param withGit whether it keeps out what git ignores
 */
public record Fix(
    Lint lint,
    boolean unsafe,
    boolean dryRun,
    Set<Rule> rules,
    IgnoreGenerator.Style style,
    boolean withGit) {

  /** Fixes all files, and says what is left; only a dry run fails on account of what that is. */
  public void run() {
    WorkingCopy copy = new WorkingCopy();
    LintFiles files = new LintFiles(lint, new Linter(Rules.ALL, lint.options()), copy);
    if (files.paths().isEmpty()) {
      lint.console().info("no Dockerfile below " + lint.base());
      return;
    }
    List<Finding> before = files.active();
    FixFiles fixing = new FixFiles(this, files, copy);
    fixing.run();
    List<Finding> left = files.active();
    tell(before, left);
    lint.print(left);
    String total = Lint.total(files, left);
    lint.console().info("left: " + total);
    if (fixing.unwritten() > 0) {
      throw new UserError(
          fixing.unwritten() + " of the files to fix could not be written",
          "See above why, and run mvn docker-adr:fix again.");
    }
    if (dryRun) {
      lint.failOn(left, total);
    }
  }

  /** Whether a finding is among those to fix. */
  boolean wants(Finding finding) {
    return finding.fix().filter(fix -> safeties().contains(fix.safety())).isPresent()
        && isAsked(finding);
  }

  /** Whether fixes of a finding's rule are applied. */
  boolean isAsked(Finding finding) {
    return rules.isEmpty() || rules.contains(finding.rule());
  }

  /** Which fixes may be applied. */
  Set<Safety> safeties() {
    return unsafe ? EnumSet.allOf(Safety.class) : EnumSet.of(Safety.SAFE);
  }

  private void tell(List<Finding> before, List<Finding> left) {
    Map<String, Integer> gone = new TreeMap<>();
    before.forEach(finding -> gone.merge(label(finding), 1, Integer::sum));
    left.forEach(finding -> gone.merge(label(finding), -1, Integer::sum));
    gone.values().removeIf(count -> count <= 0);
    int sum = gone.values().stream().mapToInt(Integer::intValue).sum();
    if (sum == 0) {
      lint.console().info("nothing to fix");
      return;
    }
    String findings = sum + (sum == 1 ? " finding" : " findings");
    lint.console().info((dryRun ? "would fix " : "fixed ") + findings + ":");
    gone.forEach((rule, count) -> lint.console().info("%5d  %s".formatted(count, rule)));
    lint.console().info("");
  }

  private static String label(Finding finding) {
    return finding.rule().id() + " " + finding.rule().name();
  }
}
