package io.daviestechlabs.dockeradr.lint;

/** What an image is for; decides whether a health check is owed. */
public enum ImageKind {
  /** Runs until it is stopped, and answers. */
  SERVICE,
  /** Runs to its end. */
  JOB,
  /** Is built upon by other images. */
  BASE,
  /** Is copied from, or a command-line tool. */
  LIBRARY
}
