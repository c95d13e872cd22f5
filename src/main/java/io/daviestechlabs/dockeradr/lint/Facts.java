package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CommandLine;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ExecForm;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Shell;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What follows from a Dockerfile and its surroundings; derived once, asked by all rules. */
public final class Facts {
  /** More sources than anybody writes. */
  private static final int MOST_SOURCES = 100;

  private final Map<Run, List<Script>> scripts = new IdentityHashMap<>();
  private final Map<Run, List<Call>> calls = new IdentityHashMap<>();
  private final Map<Stage, Dialect> shells = new IdentityHashMap<>();
  private final Map<Stage, KnownImage> bases = new IdentityHashMap<>();
  private final Map<Stage, StageContents> contents = new IdentityHashMap<>();

  private final Map<Stage, AptSetting> apt = new IdentityHashMap<>();
  private final Map<Stage, PythonSetting> python = new IdentityHashMap<>();

  private final SyntaxLine syntax;
  private final StageGraph stages;
  private final Optional<Stage> target;
  private final Set<Stage> needed;
  private final Set<Stage> shipped;
  private final Tree tree;
  private final Map<Stage, StageFacts> built;
  private final List<RunFacts> runs;
  private final List<List<BuildStep>> steps;
  private final List<ContextSource> sources;
  private final List<ImageUse> images;
  private final Dockerfile file;
  private List<Secret> secrets;
  private final IgnoreFile ignoreFile;
  private SentFiles sent;
  private List<SentSecret> sentSecrets;
  private Optional<HealthProbe> probe;

  Facts(Dockerfile file, Surroundings surroundings) {
    this(file, surroundings, ImageEnvironments.KNOWN);
  }

  Facts(Dockerfile file, Surroundings surroundings, ImageEnvironments environments) {
    this.file = file;
    syntax = SyntaxLine.of(file);
    stages = StageGraph.of(file);
    target = stages.target(surroundings.target());
    needed = target.map(stages::needed).orElse(Set.of());
    shipped = new LinkedHashSet<>(target.map(stages::chain).orElse(List.of()));
    for (Stage stage : file.stages()) {
      read(stage);
    }
    sources = ContextSource.of(file, stages);
    images = needed.stream().flatMap(stage -> ImageUse.in(stage, stages)).toList();
    tree = surroundings.tree();
    ignoreFile = surroundings.ignoreFile().orElseGet(() -> IgnoreFile.of(List.of()));
    built = StageFacts.of(this, file.stages());
    runs = built.values().stream().flatMap(stage -> stage.runs().stream()).toList();
    steps = BuildStep.of(file, stages, environments);
  }

  /** The file that they follow from. */
  Dockerfile file() {
    return file;
  }

  /** The {@code # syntax=} line. */
  public SyntaxLine syntax() {
    return syntax;
  }

  /** How the stages stand to one another. */
  public StageGraph stages() {
    return stages;
  }

  /** The stage that is built; empty where the file has none, or not the one that is asked for. */
  public Optional<Stage> target() {
    return target;
  }

  /** The stages that are built: the target and all that it is made from. */
  public Set<Stage> needed() {
    return needed;
  }

  /** The image that a stage is made of in the end. */
  public KnownImage base(Stage stage) {
    return bases.computeIfAbsent(
        stages.root(stage), root -> KnownImages.of(stages.image(root).orElse("")));
  }

  /** What is in the image of a stage, as far as that is certain. */
  public StageContents contents(Stage stage) {
    return contents.computeIfAbsent(stage, s -> StageContents.of(this, s));
  }

  /** The stage that is built and those that it starts from: their layers are the image. */
  public Set<Stage> shipped() {
    return shipped;
  }

  /** The last instruction of a kind in the stage that is built, or in one that it starts from. */
  public <T extends Instruction> Optional<T> effective(Class<T> kind) {
    return target.flatMap(stage -> stages.effective(stage, kind));
  }

  /** All that the file takes from its context, in stages that are not built too. */
  public List<ContextSource> sources() {
    return sources;
  }

  /** The images that are taken from registries, in stages that are built. */
  public List<ImageUse> images() {
    return images;
  }

  /** What runs in a stage, in order. */
  public List<BuildStep> steps(Stage stage) {
    return steps.get(stage.index());
  }

  /** What runs in all stages, whether they are built or not, in order. */
  public Stream<BuildStep> steps() {
    return steps.stream().flatMap(List::stream);
  }

  /** The health check of the stage that is built; empty without, and for {@code NONE}. */
  public Optional<HealthProbe> probe() {
    if (probe == null) {
      probe = HealthProbe.of(this);
    }
    return probe;
  }

  /** All that looks like a secret, in stages that are not built too. */
  public List<Secret> secrets() {
    if (secrets == null) {
      secrets = Secrets.of(file, this);
    }
    return secrets;
  }

  /**
   * The files of the context that the build is sent; looked at when first asked for. What variables
   * decide on is left out.
   */
  public SentFiles sent() {
    if (sent == null) {
      List<String> asked =
          sources.stream()
              .filter(source -> source.isKnown() && needed.contains(source.stage()))
              .filter(source -> !source.hasExclude())
              .map(ContextSource::path)
              .distinct()
              .limit(MOST_SOURCES)
              .toList();
      sent = SentFiles.of(tree, ignoreFile, asked);
    }
    return sent;
  }

  /** The secrets that the build is sent with the rest of a directory, in order. */
  public List<SentSecret> sentSecrets() {
    if (sentSecrets == null) {
      sentSecrets = SentSecret.in(this);
    }
    return sentSecrets;
  }

  /**
   * What ends every build of the file, if it can be read at all: that of its stages, and that of
   * what runs in those that are built. Not remembered.
   */
  public List<BuildFault> faults() {
    List<BuildFault> faults = new ArrayList<>(StageFaults.of(file, stages));
    for (Stage stage : file.stages()) {
      if (target.isEmpty() || needed.contains(stage)) {
        steps(stage).stream()
            .filter(BuildStep::isOwn)
            .forEach(step -> faults.addAll(StepFaults.of(step)));
      }
    }
    return faults;
  }

  /** Every RUN of the stages that are built, in the order of the file. */
  public List<RunFacts> runs() {
    return runs;
  }

  /** What a stage that is built inherits and copies, in order; of very many the last ones. */
  public List<CopyFacts> copies(Stage stage) {
    return built.containsKey(stage) ? built.get(stage).copies() : List.of();
  }

  /** The files of the context. */
  Tree tree() {
    return tree;
  }

  /** What a stage makes of apt's configuration. */
  public AptSetting apt(Stage stage) {
    return alongChain(
        stage, apt, root -> AptSetting.NONE, (each, base) -> AptSetting.of(each, base, this));
  }

  /** What a stage makes of Python. */
  public PythonSetting python(Stage stage) {
    return alongChain(
        stage,
        python,
        root -> PythonSetting.ofImage(root, this),
        (each, base) -> PythonSetting.of(each, base, this));
  }

  /** What follows for a stage from what follows for the one that it starts from. */
  private <T> T alongChain(
      Stage stage, Map<Stage, T> known, Function<Stage, T> image, BiFunction<Stage, T, T> next) {
    Deque<Stage> open = new ArrayDeque<>();
    Optional<Stage> at = Optional.of(stage);
    while (at.isPresent() && !known.containsKey(at.get())) {
      open.push(at.get());
      at = stages.base(at.get());
    }
    T found = at.map(known::get).orElseGet(() -> image.apply(stages.root(stage)));
    for (Stage each : open) {
      found = next.apply(each, found);
      known.put(each, found);
    }
    return found;
  }

  /**
   * The scripts of a RUN: its line, or the here-documents that are its script; none in exec form.
   */
  public List<Script> scripts(Run run) {
    return scripts.getOrDefault(run, List.of());
  }

  /** Every program that a RUN calls, in any form of RUN. */
  public List<Call> calls(Run run) {
    return calls.getOrDefault(run, List.of());
  }

  private void read(Stage stage) {
    Dialect dialect =
        stages.base(stage).map(shells::get).filter(Objects::nonNull).orElse(Dialect.POSIX);
    for (Instruction written : stage.instructions()) {
      Instruction instruction = written instanceof Onbuild onbuild ? onbuild.trigger() : written;
      if (instruction instanceof Shell shell) {
        dialect = Dialect.of(words(shell.command()));
      } else if (instruction instanceof Run run) {
        read(run, dialect);
      }
    }
    shells.put(stage, dialect);
  }

  private static List<String> words(CommandLine command) {
    return command instanceof ExecForm exec
        ? exec.arguments().stream().map(Text::toString).toList()
        : List.of();
  }

  private void read(Run run, Dialect dialect) {
    if (run.command() instanceof ExecForm exec) {
      calls.put(run, Call.ofExec(exec.arguments()).toList());
      return;
    }
    ShellForm line = (ShellForm) run.command();
    Script script = script(line, dialect);
    scripts.put(run, List.of(script));
    calls.put(run, script.calls().toList());
  }

  /** A line that is nothing but a here-document is the script in it. */
  private static Script script(ShellForm line, Dialect dialect) {
    List<Heredoc> heredocs = line.heredocs();
    if (!heredocs.isEmpty() && line.body().strip().is(heredocs.get(0).opener().toString())) {
      Text body = heredocs.get(0).chomped();
      return Script.parse(body, Dialect.ofShebang(body, dialect));
    }
    return Script.parse(line.script(), dialect);
  }
}
