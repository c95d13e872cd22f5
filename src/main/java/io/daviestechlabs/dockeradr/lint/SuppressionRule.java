package io.daviestechlabs.dockeradr.lint;

/** A rule on the comments that suppress: it runs when all others have, and none suppresses it. */
public interface SuppressionRule extends Rule {}
