package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A form of report that machines read. */
@FunctionalInterface
public interface Report {
  /**
   * Writes a whole report.
   *
   * @param findings in {@link Finding#ORDER}, the suppressed ones too
   * @param rules those that ran
   * @param files how many files were linted
   * @param out not closed
   */
  void write(List<Finding> findings, List<Rule> rules, int files, Writer out) throws IOException;
}
