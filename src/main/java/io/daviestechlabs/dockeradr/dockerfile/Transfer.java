package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;

/** COPY and ADD: both put files into the image. */
public sealed interface Transfer extends Instruction permits Add, Copy {
  /** What is taken: paths, URLs, git references; not the here-documents. */
  List<Word> sources();

  /** Files written in the Dockerfile itself. */
  @Override
  List<Heredoc> heredocs();

  /** Where it goes. */
  Word target();

  /** Owner to be, as {@code --chown} has it. */
  default Optional<Word> chown() {
    return flagValue("chown");
  }

  /** Permissions to be, as {@code --chmod} has them. */
  default Optional<Word> chmod() {
    return flagValue("chmod");
  }

  /** Whether {@code --link} is set. */
  default boolean link() {
    return isSet("link").orElse(false);
  }

  /** Patterns of what is left out, as {@code --exclude} has them. */
  default List<Word> excludes() {
    return flags("exclude").flatMap(f -> f.value().stream()).toList();
  }

  @Override
  default List<Node> operands() {
    List<Node> all = new java.util.ArrayList<>(sources());
    all.addAll(heredocs());
    all.add(target());
    return all;
  }
}
