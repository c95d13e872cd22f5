package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings of which weight there are.
 *
 * @param files number of files linted
 * @param errors number of findings
 * @param warnings number of findings
 * @param infos number of findings
 * @param fixable number of findings that have a safe fix
 */
public record Summary(int files, int errors, int warnings, int infos, int fixable) {
  /** Counts findings. */
  public static Summary of(int files, List<Finding> findings) {
    return new Summary(
        files,
        count(findings, Severity.ERROR),
        count(findings, Severity.WARNING),
        count(findings, Severity.INFO),
        (int) findings.stream().filter(Summary::fixable).count());
  }

  /** Whether a finding is repaired without somebody having to look. */
  static boolean fixable(Finding finding) {
    return finding.fix().filter(f -> f.safety() == Fix.Safety.SAFE).isPresent();
  }

  /**
   * One line: {@code 3 errors, 1 warning in 2 Dockerfiles (2 can be fixed: mvn docker-adr:fix)}.
   *
   * @param noun what one file is called
   */
  public String line(String noun) {
    List<String> parts = new ArrayList<>();
    add(parts, errors, "error");
    add(parts, warnings, "warning");
    add(parts, infos, "info");
    String counts = parts.isEmpty() ? "nothing to report" : String.join(", ", parts);
    String in = counts + " in " + plural(files, noun);
    return fixable == 0 ? in : in + " (" + fixable + " can be fixed: mvn docker-adr:fix)";
  }

  private static void add(List<String> parts, int count, String noun) {
    if (count > 0) {
      parts.add(plural(count, noun));
    }
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(f -> f.severity() == severity).count();
  }
}
