package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the stages of a Dockerfile stand to one another, and which variables are in force in them.
 *
 * <p>Values are those that the file itself tells, and those that are given from outside.
 */
public final class StageGraph {
  /** Arguments that a build sets before the first line, but does not hand to stages unasked. */
  public static final List<String> PLATFORM_ARGS =
      List.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDOSVERSION",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETOSVERSION",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETSTAGE");

  /** Those arguments as a build for this platform on this platform has them. */
  private static final Map<String, String> PLATFORM =
      Map.ofEntries(
          Map.entry("BUILDPLATFORM", "linux/amd64"),
          Map.entry("BUILDOS", "linux"),
          Map.entry("BUILDOSVERSION", ""),
          Map.entry("BUILDARCH", "amd64"),
          Map.entry("BUILDVARIANT", ""),
          Map.entry("TARGETPLATFORM", "linux/amd64"),
          Map.entry("TARGETOS", "linux"),
          Map.entry("TARGETOSVERSION", ""),
          Map.entry("TARGETARCH", "amd64"),
          Map.entry("TARGETVARIANT", ""),
          Map.entry("TARGETSTAGE", "default"));

  /** Characters that all values of a file may have together; beyond it none is known any more. */
  private static final int VALUE_BUDGET = 1 << 22;

  /** Triggers that run in all stages together; those beyond it are not looked at. */
  private static final int TRIGGER_BUDGET = 10_000;

  private final Dockerfile file;
  private final Map<String, String> given;
  private final Variables global = new Variables(null);
  private final List<Optional<String>> images = new ArrayList<>();
  private final List<Optional<Stage>> bases = new ArrayList<>();
  private final List<Stage> roots = new ArrayList<>();
  private final List<Variables> variables = new ArrayList<>();
  private final Map<String, Stage> named = new HashMap<>();
  private final List<List<Instruction>> triggers = new ArrayList<>();
  private final Map<Stage, List<Instruction>> onbuild = new IdentityHashMap<>();
  private int spent;
  private int triggerCount;

  private StageGraph(Dockerfile file, Map<String, String> given) {
    this.file = file;
    this.given = Map.copyOf(given);
    for (String name : PLATFORM_ARGS) {
      String value = given.get(name);
      String bare = value == null ? PLATFORM.get(name) : value;
      global.set(name, Optional.ofNullable(value), Optional.of(bare), false, 0);
    }
    for (Arg arg : file.globalArgs()) {
      declare(arg, global, true);
    }
    for (Stage stage : file.stages()) {
      add(stage);
    }
  }

  private void add(Stage stage) {
    Optional<String> image = known(stage.from().image(), global());
    // as addState: names are kept in lower case, and compared with the image as it is written
    Stage base = image.isPresent() ? named.get(image.get()) : null;
    images.add(image);
    bases.add(Optional.ofNullable(base));
    roots.add(base == null ? stage : root(base));
    // as BuildKit: a stage inherits the ARGs of the stage that it starts from too
    Variables own = new Variables(base == null ? null : variables.get(base.index()));
    triggers.add(base == null ? List.of() : left(base));
    for (Instruction trigger : triggers(stage)) {
      set(trigger, own);
    }
    for (Instruction instruction : stage.instructions()) {
      set(instruction, own);
    }
    variables.add(own);
    Optional<String> name = stage.name();
    if (name.isPresent()) {
      named.put(name.get(), stage);
    }
  }

  /** Reads the stages of a file, once. */
  public static StageGraph of(Dockerfile file) {
    return of(file, Map.of());
  }

  /**
   * Reads the stages of a file as they are with build arguments.
   *
   * @param given build arguments, and platform arguments such as {@code TARGETARCH}
   */
  public static StageGraph of(Dockerfile file, Map<String, String> given) {
    return new StageGraph(file, given);
  }

  /**
   * The stage that is built: the one of a name or index, the last one without; empty if none is.
   */
  public Optional<Stage> target(Optional<String> name) {
    List<Stage> stages = file.stages();
    if (name.isPresent()) {
      return find(name.get());
    }
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /** The variables that FROM sees: the ARGs before the first one, and the platforms. */
  public Scope global() {
    return new Scope(global, Integer.MAX_VALUE);
  }

  /**
   * The image that a stage starts from, with known variables replaced; empty if one is not known.
   */
  public Optional<String> image(Stage stage) {
    return images.get(stage.index());
  }

  /**
   * The image that a stage starts from as a reference; empty if it starts from another stage, from
   * {@code scratch}, or from what is not known or no reference. The parts have places in the file
   * if there is no variable in them.
   */
  public Optional<ImageRef> reference(Stage stage) {
    if (base(stage).isPresent() || isScratch(stage)) {
      return Optional.empty();
    }
    Word written = stage.from().image();
    return written
        .literal()
        .map(ImageRef::parse)
        .or(() -> image(stage).map(ImageRef::parse))
        .flatMap(ImageRef.Parsed::image);
  }

  /** Whether a stage starts from nothing. */
  public boolean isScratch(Stage stage) {
    return base(stage).isEmpty() && image(stage).equals(Optional.of("scratch"));
  }

  /** The earlier stage that a stage starts from. */
  public Optional<Stage> base(Stage stage) {
    return bases.get(stage.index());
  }

  /** The last of the {@link #chain}: the stage that starts from an image. */
  public Stage root(Stage stage) {
    return roots.get(stage.index());
  }

  /** What a stage runs first: the triggers that the stage has which it starts from. */
  public List<Instruction> triggers(Stage stage) {
    return triggers.get(stage.index());
  }

  private List<Instruction> left(Stage base) {
    List<Instruction> found = onbuild.get(base);
    if (found == null) {
      found = new ArrayList<>();
      for (Instruction instruction : base.instructions()) {
        if (instruction instanceof Onbuild left) {
          found.add(left.trigger());
        }
      }
      onbuild.put(base, found);
    }
    triggerCount += found.size();
    return triggerCount > TRIGGER_BUDGET ? List.of() : Collections.unmodifiableList(found);
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
    for (Stage s : chain(stage)) {
      List<Instruction> instructions = s.instructions();
      for (int i = instructions.size() - 1; i >= 0; i--) {
        if (kind.isInstance(instructions.get(i))) {
          return Optional.of(kind.cast(instructions.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  /** All instructions of a kind that a stage inherits and has, in the order in which they run. */
  public <T extends Instruction> List<T> effectiveAll(Stage stage, Class<T> kind) {
    List<T> all = new ArrayList<>();
    List<Stage> chain = chain(stage);
    for (int i = chain.size() - 1; i >= 0; i--) {
      for (Instruction instruction : chain.get(i).instructions()) {
        if (kind.isInstance(instruction)) {
          all.add(kind.cast(instruction));
        }
      }
    }
    return all;
  }

  /** A stage and all that it is made from: by FROM, {@code COPY --from} and mounts. */
  public Set<Stage> needed(Stage target) {
    Set<Stage> needed = new LinkedHashSet<>();
    Deque<Stage> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      Stage stage = open.pop();
      if (needed.add(stage)) {
        for (Stage source : sources(stage)) {
          open.push(source);
        }
      }
    }
    return needed;
  }

  /**
   * The stage of a name or index, as {@code --from} means it. It may be a later one, and even the
   * stage that asks, which BuildKit then refuses.
   */
  public Optional<Stage> source(Word from) {
    Optional<String> name = known(from, global());
    return name.isPresent() ? find(name.get()) : Optional.empty();
  }

  /** The variables in force just before an instruction of a stage. */
  public Scope scope(Stage stage, Instruction before) {
    return new Scope(variables.get(stage.index()), before.span().start());
  }

  /** The variables in force at the end of a stage. */
  public Scope scope(Stage stage) {
    return new Scope(variables.get(stage.index()), Integer.MAX_VALUE);
  }

  /** The value of a word, if the file tells all of it. */
  public static Optional<String> known(Word word, Scope scope) {
    if (word.isPlain()) {
      return Optional.of(word.toString());
    }
    for (Part.Variable variable : word.variables()) {
      boolean hasDefault = variable.operator().equals(":-") || variable.operator().equals("-");
      if (!hasDefault && scope.knowledge(variable.name().toString()) != Scope.Knowledge.KNOWN) {
        return Optional.empty();
      }
    }
    Expansion expansion = word.expand(scope);
    return expansion.error().isPresent() ? Optional.empty() : Optional.of(expansion.value());
  }

  private List<Stage> sources(Stage stage) {
    List<Stage> sources = new ArrayList<>();
    if (base(stage).isPresent()) {
      sources.add(base(stage).get());
    }
    for (Instruction instruction : stage.instructions()) {
      for (Word from : instruction.froms()) {
        Optional<Stage> source = source(from);
        if (source.isPresent()) {
          sources.add(source.get());
        }
      }
    }
    return sources;
  }

  /** The last stage of a name, else the one of an index. */
  private Optional<Stage> find(String name) {
    Stage stage = named.get(Names.lower(name));
    if (stage != null) {
      return Optional.of(stage);
    }
    int index = isIndex(name) ? Integer.parseInt(name) : Integer.MAX_VALUE;
    return index < file.stages().size() ? Optional.of(file.stages().get(index)) : Optional.empty();
  }

  private static boolean isIndex(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() < 7;
  }

  private void set(Instruction instruction, Variables own) {
    if (instruction instanceof Arg arg) {
      declare(arg, own, false);
    } else if (instruction instanceof Env env) {
      // all values of one ENV are expanded with what was in force before it
      Scope before = new Scope(own, env.span().start());
      for (Pair pair : env.pairs()) {
        Optional<String> value = affordable(pair, before);
        own.set(pair.name(), value, bare(value, pair, before), true, env.span().end());
      }
    }
  }

  private void declare(Arg arg, Variables own, boolean isGlobal) {
    Scope scope = new Scope(own, Integer.MAX_VALUE);
    for (Pair pair : arg.pairs()) {
      // as BuildKit: quotes around the name of an ARG are part of it
      String name = pair.key().toString();
      Optional<String> value = Optional.ofNullable(given.get(name));
      Optional<String> bare = value;
      if (value.isEmpty() && pair.value().isPresent()) {
        value = affordable(pair, scope);
        bare = bare(value, pair, scope);
      } else if (value.isEmpty()) {
        boolean isInherited = !isGlobal && global().bare().value(name).isPresent();
        Scope from = isInherited ? global() : scope;
        value = from.value(name);
        bare = from.bare().value(name);
      }
      own.set(name, value, bare, false, arg.span().end());
    }
  }

  /** The value in a build without arguments: the one that is known, if any is. */
  private Optional<String> bare(Optional<String> known, Pair pair, Scope scope) {
    if (known.isPresent()) {
      return known;
    }
    boolean isEmpty = spent > VALUE_BUDGET || pair.value().isEmpty();
    String value = isEmpty ? "" : pair.value().get().expand(scope.bare()).value();
    spent += value.length();
    return Optional.of(value);
  }

  private Optional<String> affordable(Pair pair, Scope scope) {
    boolean isUnknown = spent > VALUE_BUDGET || pair.value().isEmpty();
    Optional<String> value = isUnknown ? Optional.empty() : known(pair.value().get(), scope);
    spent += value.isPresent() ? value.get().length() : 0;
    return value;
  }
}
