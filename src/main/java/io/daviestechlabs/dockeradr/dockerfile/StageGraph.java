package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the stages of a Dockerfile stand to one another, and which variables are in force in them.
 *
 * <p>Values are those that the file itself tells: a build argument given outside may overrule them.
 */
public final class StageGraph {
  private final Dockerfile file;
  private final Scope global;
  private final List<Optional<String>> images = new ArrayList<>();
  private final List<Optional<Stage>> bases = new ArrayList<>();

  private StageGraph(Dockerfile file) {
    this.file = file;
    this.global = globalScope(file);
    Map<String, Stage> named = new HashMap<>();
    for (Stage stage : file.stages()) {
      Optional<String> image = known(stage.from().image(), global);
      images.add(image);
      bases.add(image.map(name -> named.get(name.toLowerCase(Locale.ROOT))));
      stage.name().ifPresent(name -> named.put(name, stage));
    }
  }

  /** Reads the stages of a file, once. */
  public static StageGraph of(Dockerfile file) {
    return new StageGraph(file);
  }

  /**
   * The stage that is built: the one of a name or index, the last one without; empty if none is.
   */
  public Optional<Stage> target(Optional<String> name) {
    List<Stage> stages = file.stages();
    if (name.isPresent()) {
      return find(name.get(), stages.size());
    }
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /**
   * The image that a stage starts from, with known variables replaced; empty if one is not known.
   */
  public Optional<String> image(Stage stage) {
    return images.get(stage.index());
  }

  /** The earlier stage that a stage starts from. */
  public Optional<Stage> base(Stage stage) {
    return bases.get(stage.index());
  }

  /** A stage, the one that it starts from, and so on to the one that starts from an image. */
  public List<Stage> chain(Stage stage) {
    List<Stage> chain = new ArrayList<>();
    for (Optional<Stage> s = Optional.of(stage); s.isPresent(); s = base(s.get())) {
      chain.add(s.get());
    }
    return chain;
  }

  /** The last instruction of a kind that a stage has or inherits; those in ONBUILD do not count. */
  public <T extends Instruction> Optional<T> effective(Stage stage, Class<T> kind) {
    return chain(stage).stream()
        .flatMap(
            s -> s.instructions().stream().filter(kind::isInstance).reduce((a, b) -> b).stream())
        .map(kind::cast)
        .findFirst();
  }

  /** A stage and all that it is made from: by FROM, {@code COPY --from} and mounts. */
  public Set<Stage> needed(Stage target) {
    Set<Stage> needed = new LinkedHashSet<>();
    Deque<Stage> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      Stage stage = open.pop();
      if (needed.add(stage)) {
        sources(stage).forEach(open::push);
      }
    }
    return needed;
  }

  /** The earlier stage of a name or index, as {@code --from} in a stage means it. */
  public Optional<Stage> source(Stage in, Word from) {
    return known(from, global).flatMap(name -> find(name, in.index()));
  }

  /** The variables in force just before an instruction of a stage. */
  public Scope scope(Stage stage, Instruction before) {
    Map<String, Optional<String>> args = new HashMap<>();
    Map<String, Optional<String>> envs = new HashMap<>();
    List<Stage> chain = chain(stage);
    for (int i = chain.size() - 1; i >= 0; i--) {
      args.clear();
      for (Instruction instruction : chain.get(i).instructions()) {
        if (instruction == before) {
          break;
        }
        declare(instruction, args, envs);
      }
    }
    return merged(args, envs);
  }

  /** The value of a word, if the file tells all of it. */
  public static Optional<String> known(Word word, Scope scope) {
    boolean isKnown =
        word.variables()
            .allMatch(
                v ->
                    scope.knowledge(v.name().toString()) == Scope.Knowledge.KNOWN
                        || v.operator().equals(":-")
                        || v.operator().equals("-"));
    if (!isKnown) {
      return Optional.empty();
    }
    Expansion expansion = word.expand(scope);
    return expansion.error().isPresent() ? Optional.empty() : Optional.of(expansion.value());
  }

  private Stream<Stage> sources(Stage stage) {
    Stream<Word> froms =
        stage.instructions().stream()
            .flatMap(
                i ->
                    i instanceof Copy copy
                        ? copy.from().stream()
                        : i instanceof Run run
                            ? run.mounts().stream().flatMap(m -> m.from().stream())
                            : Stream.empty());
    return Stream.concat(base(stage).stream(), froms.flatMap(from -> source(stage, from).stream()));
  }

  /** The last stage of a name among the first few, else the one of an index. */
  private Optional<Stage> find(String name, int count) {
    List<Stage> stages = file.stages().subList(0, count);
    String lower = name.toLowerCase(Locale.ROOT);
    return stages.stream()
        .filter(s -> s.name().filter(lower::equals).isPresent())
        .reduce((a, b) -> b)
        .or(
            () ->
                name.matches("[0-9]{1,6}") && Integer.parseInt(name) < count
                    ? Optional.of(stages.get(Integer.parseInt(name)))
                    : Optional.empty());
  }

  private void declare(
      Instruction instruction,
      Map<String, Optional<String>> args,
      Map<String, Optional<String>> envs) {
    if (instruction instanceof Arg arg) {
      for (Pair pair : arg.pairs()) {
        Optional<String> value =
            pair.value().isPresent()
                ? pair.value().flatMap(v -> known(v, merged(args, envs)))
                : global.value(pair.name());
        args.put(pair.name(), value);
      }
    } else if (instruction instanceof Env env) {
      // All values of one ENV are expanded with what was in force before it.
      Scope before = merged(args, envs);
      for (Pair pair : env.pairs()) {
        envs.put(pair.name(), pair.value().flatMap(v -> known(v, before)));
      }
    }
  }

  private static Scope merged(
      Map<String, Optional<String>> args, Map<String, Optional<String>> envs) {
    Map<String, Optional<String>> all = new HashMap<>(args);
    all.putAll(envs);
    return new Scope(all);
  }

  private static Scope globalScope(Dockerfile file) {
    Map<String, Optional<String>> values = new HashMap<>();
    for (Arg arg : file.globalArgs()) {
      for (Pair pair : arg.pairs()) {
        values.put(pair.name(), pair.value().flatMap(v -> known(v, new Scope(values))));
      }
    }
    return new Scope(values);
  }
}
