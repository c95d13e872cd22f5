package io.daviestechlabs.dockeradr.report;

/** The forms of report, each with the file that it is written to. */
public enum Format {
  /** Findings and their number, in this project's own form. */
  JSON("lint.json", "verify.json", new JsonReport()),
  /** SARIF 2.1.0, which code hosts show beside the code. */
  SARIF("lint.sarif", "verify.sarif", new SarifReport()),
  /** Checkstyle XML, which build servers and Sonar read. */
  CHECKSTYLE("checkstyle.xml", "verify-checkstyle.xml", new CheckstyleReport());

  private final String file;
  private final String imageFile;
  private final Report report;

  Format(String file, String imageFile, Report report) {
    this.file = file;
    this.imageFile = imageFile;
    this.report = report;
  }

  /** Name of the file below {@code target/docker-adr}. */
  public String file() {
    return file;
  }

  /** Name of the file below {@code target/docker-adr} that is about images. */
  public String imageFile() {
    return imageFile;
  }

  /** The writer of this form. */
  public Report report() {
    return report;
  }
}
