package io.daviestechlabs.dockeradr.lint;

/** The kinds of files that are linted. */
public enum FileKind {
  /** A Dockerfile or Containerfile, with its ignore file and context. */
  DOCKERFILE,
  /** A GitHub, Gitea or Forgejo workflow. */
  WORKFLOW,
  /** A bake file of buildx. */
  BAKE,
  /** A Makefile. */
  MAKEFILE,
  /** The module's POM. */
  POM,
  /** An image that was built. */
  IMAGE
}
