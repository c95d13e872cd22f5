package io.daviestechlabs.dockeradr.lint;

/** The kinds of files that are linted; a rule reads exactly one. */
public enum FileKind {
  /** A Dockerfile or Containerfile, with its ignore file and context. */
  DOCKERFILE,
  /** A GitHub or Gitea workflow. */
  WORKFLOW,
  /** The module's POM. */
  POM
}
