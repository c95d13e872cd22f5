package io.daviestechlabs.dockeradr.report;

/** The forms of report, each with the file that it is written to. */
public enum Format {
  /** Findings and their number, in this project's own form. */
  JSON("lint.json", new JsonReport()),
  /** SARIF 2.1.0, which code hosts show beside the code. */
  SARIF("lint.sarif", new SarifReport()),
  /** Checkstyle XML, which build servers and Sonar read. */
  CHECKSTYLE("checkstyle.xml", new CheckstyleReport());

  private final String file;
  private final Report report;

  Format(String file, Report report) {
    this.file = file;
    this.report = report;
  }

  /** Name of the file below {@code target/docker-adr}. */
  public String file() {
    return file;
  }

  /** The writer of this form. */
  public Report report() {
    return report;
  }
}
