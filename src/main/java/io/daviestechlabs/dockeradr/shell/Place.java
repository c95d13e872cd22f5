package io.daviestechlabs.dockeradr.shell;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in a script a command stands, and what that place stands in.
 *
 * @param block the sequence
 * @param chain index of the chain in it
 * @param pipeline index of the pipeline in the chain
 * @param command index of the command in the pipeline
 * @param role what the block is to what it stands in
 * @param outer the place of that
 */
public record Place(
    Block block, int chain, int pipeline, int command, Role role, Optional<Place> outer) {
  /** What a block is to the command that it stands in. */
  public enum Role {
    /** All of a script. */
    SCRIPT,
    /** In braces. */
    GROUP,
    /** In parentheses. */
    SUBSHELL,
    /** What {@code if}, {@code while} or {@code until} tries. */
    CONDITION,
    /** What {@code if} or {@code case} runs, or does not. */
    BRANCH,
    /** What is repeated. */
    LOOP,
    /** The body of a function. */
    FUNCTION,
    /** In {@code $(…)} or the like. */
    SUBSTITUTION,
    /** A script within quotes, as behind {@code sh -c}. */
    STRING,
    /** The lines of a here-document that a shell reads. */
    DOCUMENT
  }

  /** The chain itself. */
  public Chain chainNode() {
    return block.chains().get(chain);
  }

  /** The pipeline itself. */
  public Pipeline pipelineNode() {
    return chainNode().pipelines().get(pipeline);
  }

  /** The operator before the pipeline: {@code &&} or {@code ||}; empty for the first one. */
  public Optional<Operator> operatorBefore() {
    return pipeline == 0
        ? Optional.empty()
        : Optional.of(chainNode().operators().get(pipeline - 1));
  }

  /** The operator behind the pipeline; empty for the last one. */
  public Optional<Operator> operatorAfter() {
    return pipeline < chainNode().operators().size()
        ? Optional.of(chainNode().operators().get(pipeline))
        : Optional.empty();
  }

  /** This place and those around it, inner before outer. */
  public Stream<Place> outwards() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, p -> p.get().outer())
        .map(Optional::get);
  }

  /** How deep it is nested, from 1. */
  int depth() {
    return (int) outwards().count();
  }
}
