package io.daviestechlabs.dockeradr.conformance;

import java.io.IOException;

/** A set of recorded answers, and how ours are got. */
interface Suite {
  /**
   * The name in the printed line, in {@code floors.properties} and of the file of disagreements.
   */
  String name();

  /**
   * Compares all cases.
   *
   * @param recordings the folder of recorded answers
   * @param tally keeps count of what agrees
   */
  void run(Recordings recordings, Tally tally) throws IOException;
}
