package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Dockerfile says of the image that is built from it.
 *
 * @param base the image that it starts from; empty for {@code scratch}, and where a value that only
 *     the engine knows decides
 * @param user that it runs as, where the file tells all of it
 * @param healthCheck whether it has a health check, where the file says so
 * @param labels that the file sets, where it tells all of their values
 */
record FinalStage(
    Optional<ImageName> base,
    Optional<String> user,
    Optional<Boolean> healthCheck,
    Map<String, String> labels) {
  private static final FinalStage UNKNOWN =
      new FinalStage(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  /**
   * Reads the stage that is built.
   *
   * @param buildArgs that overrule the defaults of ARG
   */
  static FinalStage of(Dockerfile file, Optional<String> target, Map<String, String> buildArgs) {
    StageGraph graph = StageGraph.of(file);
    Optional<Stage> built = graph.target(target);
    return built.isEmpty() ? UNKNOWN : of(file, graph, built.get(), buildArgs);
  }

  private static FinalStage of(
      Dockerfile file, StageGraph graph, Stage built, Map<String, String> buildArgs) {
    List<Stage> chain = graph.chain(built);
    Stage first = chain.get(chain.size() - 1);
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = chain.size() - 1; i >= 0; i--) {
      for (Label label : own(chain.get(i), Label.class)) {
        Scope scope = graph.scope(chain.get(i), label);
        for (Pair pair : label.pairs()) {
          put(labels, pair, scope, buildArgs);
        }
      }
    }
    Optional<Healthcheck> check = graph.effective(built, Healthcheck.class);
    return new FinalStage(
        base(StageGraph.known(first.from().image(), global(file, buildArgs))),
        user(graph, chain, buildArgs),
        check.isPresent() ? Optional.of(!check.get().isNone()) : Optional.empty(),
        labels);
  }

  private static <T> List<T> own(Stage stage, Class<T> kind) {
    List<T> own = new ArrayList<>();
    for (Instruction instruction : stage.instructions()) {
      if (kind.isInstance(instruction)) {
        own.add(kind.cast(instruction));
      }
    }
    return own;
  }

  private static void put(
      Map<String, String> labels, Pair pair, Scope scope, Map<String, String> buildArgs) {
    Optional<String> key = known(pair.key(), scope, buildArgs);
    Optional<String> value =
        pair.value().isPresent() ? known(pair.value().get(), scope, buildArgs) : Optional.empty();
    if (key.isPresent()) {
      labels.remove(key.get());
    }
    if (key.isPresent() && value.isPresent()) {
      labels.put(key.get(), value.get());
    }
  }

  private static Optional<ImageName> base(Optional<String> name) {
    // Of what is no name, the engine says what is wrong with it, with its place.
    return name.isEmpty() || name.get().equals("scratch")
        ? Optional.empty()
        : ImageName.find(name.get());
  }

  private static Optional<String> user(
      StageGraph graph, List<Stage> chain, Map<String, String> buildArgs) {
    for (Stage stage : chain) {
      List<User> users = own(stage, User.class);
      if (!users.isEmpty()) {
        User last = users.get(users.size() - 1);
        return known(last.user(), graph.scope(stage, last), buildArgs);
      }
    }
    return Optional.empty();
  }

  private static Scope global(Dockerfile file, Map<String, String> buildArgs) {
    Map<String, Optional<String>> values = new HashMap<>();
    for (Arg arg : file.globalArgs()) {
      for (Pair pair : arg.pairs()) {
        Scope before = new Scope(values);
        String given = buildArgs.get(pair.name());
        boolean isDefault = given == null && pair.value().isPresent();
        values.put(
            pair.name(),
            isDefault ? StageGraph.known(pair.value().get(), before) : Optional.ofNullable(given));
      }
    }
    return new Scope(values);
  }

  /** Any variable may come, by some way, from an ARG that a build argument overrules. */
  private static Optional<String> known(Word word, Scope scope, Map<String, String> buildArgs) {
    boolean doubtful = !buildArgs.isEmpty() && !word.variables().isEmpty();
    return doubtful ? Optional.empty() : StageGraph.known(word, scope);
  }
}
