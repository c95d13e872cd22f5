package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.report.ConsoleReport;
import io.daviestechlabs.dockeradr.report.Ink;
import io.daviestechlabs.dockeradr.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What becomes of findings at the end of a goal. */
final class FindingOutput {
  private FindingOutput() {}

  /** Prints them, each with the weight that it has. */
  static void print(List<Finding> findings, Console console) {
    Ink ink = console.colours() ? Ink.ANSI : Ink.NONE;
    for (Finding finding : findings) {
      List<String> lines = new ArrayList<>(ConsoleReport.lines(finding, ink));
      lines.add("");
      for (String line : lines) {
        switch (finding.severity()) {
          case ERROR -> console.error(line);
          case WARNING -> console.warn(line);
          case INFO, OFF -> console.info(line);
        }
      }
    }
  }

  /**
   * Fails if a finding weighs enough.
   *
   * @param failOn least weight that fails; {@link Severity#OFF} for none
   * @param total the line that sums all up
   */
  static void fail(List<Finding> findings, Severity failOn, String total) {
    boolean fails =
        failOn != Severity.OFF && findings.stream().anyMatch(f -> f.severity().atLeast(failOn));
    if (fails) {
      throw new UserError(
          total, "Mend what is listed above, or let it pass with -Ddocker-adr.failOn=never.");
    }
  }

  /** Writes a report. */
  static void write(Report report, List<Finding> findings, List<Rule> rules, int files, Path file) {
    StringWriter out = new StringWriter();
    try {
      report.write(findings, rules, files, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    AtomicFile.write(file, out.toString());
  }
}
