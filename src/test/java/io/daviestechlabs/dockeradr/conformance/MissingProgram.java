package io.daviestechlabs.dockeradr.conformance;

import java.io.IOException;

/** A program whose answers are asked for is not on this machine. */
final class MissingProgram extends IOException {
  private static final long serialVersionUID = 1L;

  MissingProgram(String program) {
    super(program + " is not installed");
  }
}
