package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what looks like a secret in a Dockerfile; a value that comes from a variable is none. */
final class Secrets {
  private final Dockerfile file;
  private final Facts facts;
  private final List<Secret> found = new ArrayList<>();
  private Instruction current;

  private Secrets(Dockerfile file, Facts facts) {
    this.file = file;
    this.facts = facts;
  }

  /** All of a file, in the order of its instructions. */
  static List<Secret> of(Dockerfile file, Facts facts) {
    Secrets secrets = new Secrets(file, facts);
    file.instructions().forEach(secrets::read);
    return List.copyOf(secrets.found);
  }

  private void read(Instruction written) {
    Instruction instruction = written instanceof Onbuild onbuild ? onbuild.trigger() : written;
    current = written;
    int before = found.size();
    if (instruction instanceof Env env) {
      env.pairs().forEach(this::env);
    } else if (instruction instanceof Arg arg) {
      arg.pairs().forEach(this::arg);
    } else if (instruction instanceof Run run) {
      for (Call call : facts.calls(run)) {
        PassedSecret.of(call).forEach(this::add);
      }
    }
    List<Secret> named = List.copyOf(found.subList(before, found.size()));
    shapes(instruction.raw().line(), instruction.name(), named);
    for (Heredoc heredoc : instruction.heredocs()) {
      shapes(heredoc.content(), instruction.name(), named);
    }
  }

  private void env(Pair pair) {
    Scope scope =
        file.stageOf(current).map(s -> facts.stages().scope(s, current)).orElse(Scope.EMPTY);
    Word word = pair.value().orElse(pair.key());
    boolean isGiven =
        word.variables().stream()
            .anyMatch(v -> scope.knowledge(v.name().toString()) == Scope.Knowledge.DECLARED);
    Optional<String> value = StageGraph.known(word, scope);
    if (isGiven && SecretShape.named(pair.name())
        || value.filter(v -> SecretShape.isOf(pair.name(), v)).isPresent()) {
      add(
          pair.key().span(),
          word.span(),
          "ENV '" + pair.name() + "' looks like a secret",
          "who has the image can read it");
    }
  }

  private void arg(Pair pair) {
    Optional<String> value = pair.value().map(v -> v.literal().map(Text::toString).orElse("$"));
    boolean isEmpty = value.orElse("").isEmpty();
    if (isEmpty ? SecretShape.named(pair.name()) : SecretShape.isOf(pair.name(), value.get())) {
      Span place = pair.key().span();
      Span hidden = pair.value().map(Word::span).orElse(Span.at(place.end()));
      add(
          place,
          hidden,
          "ARG '" + pair.name() + "' looks like a secret",
          "the image's history keeps its value");
    }
  }

  /** Tokens and passwords in addresses, wherever they stand. */
  private void shapes(Text text, String keyword, List<Secret> named) {
    for (Span token : SecretShape.tokens(text)) {
      shape(text.span(token.start(), token.end()), "a token in " + keyword, named);
    }
    for (Span password : SecretShape.passwords(text)) {
      if ("$({%".indexOf(text.charAt(password.start())) < 0) {
        Span span = text.span(password.start(), password.end());
        shape(span, "an address with a password in " + keyword, named);
      }
    }
  }

  private void shape(Span span, String message, List<Secret> named) {
    if (named.stream().noneMatch(secret -> secret.value().overlaps(span))) {
      add(span, span, message, "who has the image can read it");
    }
  }

  private void add(PassedSecret passed) {
    add(
        passed.place(),
        passed.value(),
        passed.how() + " is written out",
        "the image's history keeps it");
  }

  private void add(Span place, Span value, String message, String label) {
    found.add(new Secret(current, place, value, message, label));
  }
}
