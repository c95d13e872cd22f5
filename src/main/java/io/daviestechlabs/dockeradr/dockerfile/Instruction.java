package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One instruction; each kind is a record with its own operands. */
public sealed interface Instruction extends Node
    permits Transfer,
        Arg,
        Cmd,
        Entrypoint,
        Env,
        Expose,
        From,
        Healthcheck,
        Label,
        Maintainer,
        Onbuild,
        Run,
        Shell,
        StopSignal,
        User,
        Volume,
        Workdir,
        Unknown {
  /** The instruction as BuildKit's parser hands it on. */
  Raw raw();

  /** What stands behind keyword and flags, in order. */
  List<? extends Node> operands();

  /** The keyword as written. */
  default Text keyword() {
    return raw().keyword();
  }

  /** The keyword in capitals. */
  default String name() {
    return Names.upper(keyword());
  }

  /** All flags in order; a name may occur more than once, and may be unknown to BuildKit. */
  default List<Flag> flags() {
    return raw().flags();
  }

  /** The last flag of a name, which is the one that counts. */
  default Optional<Flag> flag(String name) {
    List<Flag> flags = flags();
    for (int i = flags.size() - 1; i >= 0; i--) {
      if (flags.get(i).is(name)) {
        return Optional.of(flags.get(i));
      }
    }
    return Optional.empty();
  }

  /** The value of the last flag of a name. */
  default Optional<Word> flagValue(String name) {
    Optional<Flag> flag = flag(name);
    return flag.isPresent() ? flag.get().value() : Optional.empty();
  }

  /** All flags of a name. */
  default Stream<Flag> flags(String name) {
    return flags().stream().filter(f -> f.is(name));
  }

  /** The stages, images and contexts that it copies or mounts files from, in order. */
  default List<Word> froms() {
    return List.of();
  }

  /** Comment lines directly above. */
  default List<Comment> comments() {
    return raw().comments();
  }

  /**
   * What the comments above say of a name that it declares: the rest of the first one that starts
   * with the name.
   */
  default Optional<Text> description(String name) {
    return comments().stream()
        .filter(c -> !c.indented())
        .map(Comment::text)
        .filter(t -> !name.isEmpty() && t.toString().startsWith(name + " "))
        .map(t -> t.from(name.length() + 1))
        .findFirst();
  }

  /** Whether a flag without value, or with {@code true}, is there; absent if the flag is. */
  default Optional<Boolean> isSet(String name) {
    return flag(name)
        .map(f -> f.value().filter(v -> Names.lower(v.text()).equals("false")).isEmpty());
  }

  /** Here-documents that it opens. */
  default List<Heredoc> heredocs() {
    return raw().heredocs();
  }

  /** First line, from 1. */
  default int startLine() {
    return raw().startLine();
  }

  /** Last line, that of the last here-document's terminator if there is one. */
  default int endLine() {
    return raw().endLine();
  }

  /** From keyword to the end of the logical line; here-documents are outside. */
  @Override
  default Span span() {
    return raw().span();
  }

  @Override
  default List<? extends Node> children() {
    List<Node> all = new ArrayList<>(flags());
    all.addAll(operands());
    return all;
  }
}
