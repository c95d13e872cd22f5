package io.daviestechlabs.dockeradr.image;

/**
 * One step of how an image came to be.
 *
 * @param createdBy the command, as the builder wrote it
 * @param emptyLayer whether it made no layer
 */
public record HistoryStep(String createdBy, boolean emptyLayer) {
  private static final String NOP = "#(nop)";
  private static final String RUN = "RUN ";

  /** What runs the commands of all but a few images. */
  private static final String SHELL = "/bin/sh -c ";

  /** As a Dockerfile has it, without what builders put around it. */
  public String instruction() {
    String text = createdBy.strip();
    int nop = text.indexOf(NOP);
    if (nop >= 0 && nop < 20) {
      text = text.substring(nop + NOP.length()).strip();
    } else if (text.startsWith(SHELL)) {
      text = RUN + text.substring(SHELL.length()).strip();
    } else if (text.startsWith(RUN + SHELL)) {
      text = RUN + text.substring(RUN.length() + SHELL.length()).strip();
    }
    return text.replace("# buildkit", "").strip();
  }

  /** Whether it says what runs in a container. */
  boolean isCommand() {
    return instruction().startsWith("CMD");
  }
}
