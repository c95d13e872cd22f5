package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.shell.Assignment;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Node;
import io.daviestechlabs.dockeradr.shell.Place;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.shell.SimpleCommand;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.tools.Deletion;
import io.daviestechlabs.dockeradr.tools.MountFlags;
import io.daviestechlabs.dockeradr.tools.Rm;
import io.daviestechlabs.dockeradr.tools.Uncached;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What follows for one RUN of a stage that is built: who runs what there, with which variables. */
public final class RunFacts {
  private static final Set<Place.Role> OWN_SHELLS =
      Set.of(Place.Role.SUBSHELL, Place.Role.SUBSTITUTION, Place.Role.STRING);

  private final Facts facts;
  private final Stage stage;
  private final Run run;
  private final boolean isTrigger;
  private final Account account;
  private final Function<String, Account> accounts;
  private final Optional<String> place;
  private final Map<Call, Scope> variables = new IdentityHashMap<>();
  private Scope common;

  /**
   * @param isTrigger whether it stands in an ONBUILD
   * @param account who runs it
   * @param accounts those that the stage knows by name or number
   * @param place where it starts, as {@link ImagePath} has it, if that is known
   */
  RunFacts(
      Facts facts,
      Stage stage,
      Run run,
      boolean isTrigger,
      Account account,
      Function<String, Account> accounts,
      Optional<String> place) {
    this.facts = facts;
    this.stage = stage;
    this.run = run;
    this.isTrigger = isTrigger;
    this.account = account;
    this.accounts = accounts;
    this.place = place;
  }

  /** The instruction. */
  public Run run() {
    return run;
  }

  /** The stage that it stands in. */
  public Stage stage() {
    return stage;
  }

  /** Whether it stands in an ONBUILD, and so runs in the builds of others. */
  public boolean isTrigger() {
    return isTrigger;
  }

  /** Whether its stage is made of an image of Windows. */
  public boolean isOnWindows() {
    return facts.base(stage).distribution() == Distribution.WINDOWS;
  }

  /** Every program that it calls. */
  public List<Call> calls() {
    return facts.calls(run);
  }

  /** Who runs it, but for what {@code sudo} and its kin run. */
  public Account account() {
    return account;
  }

  /** Who runs one of its programs. */
  public Account account(Call call) {
    if (call.outer().isEmpty()) {
      return account;
    }
    Optional<UserSwitch> last =
        call.hosts().flatMap(host -> UserSwitch.of(host).stream()).findFirst();
    if (last.isEmpty()) {
      return account;
    }
    Account other = last.get().user().map(accounts).orElse(Account.UNKNOWN);
    boolean isSame = other.isRoot() && account.isRoot();
    return isSame ? account : last.get().movesHome() ? other : other.withoutHome();
  }

  /** Whether there is a user of a name by then, for certain. */
  boolean knows(String name) {
    return !accounts.apply(name).equals(Account.numbered(name));
  }

  /** The directory that it starts in, if that is known. */
  public Optional<String> directory() {
    return place.filter(path -> path.startsWith("/"));
  }

  /** The directory that one of its programs starts in, if that is known. */
  public Optional<String> directory(Call call) {
    return place(call).filter(path -> path.startsWith("/"));
  }

  /** What a path is that one of its programs is given, as {@link ImagePath} has it. */
  public Optional<String> path(Call call, String written) {
    return ImagePath.resolve(place(call), written);
  }

  /**
   * The file or directory of the context that a path of one of its programs is: mounted, or copied
   * by its stage or one that the stage starts from.
   */
  public Optional<String> origin(Call call, String written) {
    Optional<String> path = path(call, written);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    for (Mount mount : run.mounts()) {
      Optional<String> rest =
          mount
              .target()
              .flatMap(t -> StageGraph.known(t, facts.stages().scope(stage, run)))
              .flatMap(target -> ImagePath.resolve(place, target))
              .flatMap(target -> ImagePath.below(path.get(), target));
      if (rest.isPresent()) {
        return mounted(mount).map(source -> ImagePath.join(source, rest.get()));
      }
    }
    return copied(path.get());
  }

  /** What a mount takes from the context. */
  private Optional<String> mounted(Mount mount) {
    boolean isOfContext = mount.type().equals("bind") && mount.from().isEmpty();
    Optional<String> source =
        mount.source().isEmpty()
            ? Optional.of("")
            : mount.source().flatMap(s -> StageGraph.known(s, facts.stages().scope(stage, run)));
    return source.filter(s -> isOfContext).map(s -> ImagePath.clean("/" + s).substring(1));
  }

  private Optional<String> copied(String path) {
    List<CopyFacts> copies = facts.copies(stage);
    for (int i = copies.size() - 1; i >= 0; i--) {
      CopyFacts copy = copies.get(i);
      boolean isBefore = copy.transfer().span().start() < run.span().start();
      if (isBefore && copy.mayReach(path)) {
        Optional<String> origin = copy.origin(path, facts.tree());
        if (origin.isPresent() || !copy.isFromContext()) {
          return origin;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> place(Call call) {
    Optional<String> current = place;
    for (Call other : calls()) {
      if (other == call) {
        return current;
      }
      if ((other.name().equals("cd") || other.name().equals("pushd")) && reaches(other, call)) {
        current = entered(other, current);
      }
    }
    return current;
  }

  /** Whether a call stands in each shell of its own that another one stands in. */
  private static boolean reaches(Call cd, Call call) {
    return cd.place()
        .outwards()
        .filter(inner -> OWN_SHELLS.contains(inner.role()))
        .allMatch(
            inner -> call.place().outwards().anyMatch(outer -> outer.block() == inner.block()));
  }

  private static Optional<String> entered(Call cd, Optional<String> from) {
    Optional<String> path =
        cd.operands().stream().findFirst().flatMap(ShellWord::literal).map(Text::toString);
    return path.flatMap(written -> ImagePath.resolve(from, written));
  }

  /**
   * Mounts what a call lacks, and spares the mounted directories what would empty them, or fail
   * because a mount cannot be deleted; empty where it is not certain how.
   *
   * @param uncached what the call lacks
   * @param owner what each mount says of who may write to it
   * @param empties whether a call empties the cache
   */
  public Optional<List<Edit>> mount(Uncached uncached, String owner, Predicate<Call> empties) {
    List<String> flags = uncached.flags(owner);
    if (flags.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(MountFlags.add(facts.file(), run, flags));
    for (Call call : calls()) {
      Optional<List<Edit>> spared =
          empties.test(call)
              ? call.removal().map(span -> List.of(Edit.delete(span)))
              : Deletion.of(call)
                  .map(deletion -> sparing(deletion, uncached.targets()))
                  .orElse(Optional.of(List.of()));
      if (spared.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(spared.get());
    }
    return Edit.agree(edits) ? Optional.of(edits) : Optional.empty();
  }

  /** Not if more goes than what is mounted. */
  private Optional<List<Edit>> sparing(Deletion deletion, List<String> mounted) {
    Call call = deletion.call();
    List<ShellWord> hitting =
        mounted.stream()
            .flatMap(d -> deletion.hitting(d, variables(call), directory(call)).stream())
            .distinct()
            .toList();
    boolean exactly =
        hitting.stream().allMatch(word -> Rm.directory(word).filter(mounted::contains).isPresent());
    return hitting.isEmpty()
        ? Optional.of(List.of())
        : Rm.of(call).filter(rm -> exactly).flatMap(rm -> rm.sparing(hitting));
  }

  /**
   * The variables of one of its programs: those of ENV and ARG, those that the script sets, those
   * that well-known images bring, and {@code HOME} where that is known.
   */
  public Scope variables(Call call) {
    return variables.computeIfAbsent(call, this::inForce);
  }

  private Scope inForce(Call call) {
    List<Assignment> assignments = call.assignments();
    Account caller = account(call);
    if (assignments.isEmpty() && caller.equals(account)) {
      return common();
    }
    Map<String, Optional<String>> own = new HashMap<>();
    assignments.forEach(a -> own.put(a.name().toString(), value(a)));
    if (!caller.equals(account)) {
      own.put("HOME", caller.home());
    }
    return new Scope(own).before(common());
  }

  /** What is in force for every program that brings nothing of its own. */
  private Scope common() {
    if (common == null) {
      common = new Scope(assigned()).before(facts.stages().scope(stage, run)).before(brought());
    }
    return common;
  }

  private Scope brought() {
    Map<String, Optional<String>> brought = new HashMap<>();
    facts.base(stage).variables().forEach((name, value) -> brought.put(name, Optional.of(value)));
    account.home().ifPresent(home -> brought.put("HOME", Optional.of(home)));
    return new Scope(brought);
  }

  /** What the script assigns, wherever in it that is; no value where it is not a plain one. */
  private Map<String, Optional<String>> assigned() {
    Map<String, Optional<String>> assigned = new HashMap<>();
    facts.scripts(run).forEach(script -> assign(script, assigned));
    return assigned;
  }

  private static void assign(Node node, Map<String, Optional<String>> assigned) {
    if (node instanceof SimpleCommand command) {
      assign(command, assigned);
    }
    for (Node child : node.children()) {
      assign(child, assigned);
    }
  }

  private static void assign(SimpleCommand command, Map<String, Optional<String>> assigned) {
    if (command.words().isEmpty()) {
      command.assignments().forEach(a -> assigned.put(a.name().toString(), value(a)));
    } else if (command.words().get(0).is("export")) {
      for (ShellWord word : command.words()) {
        int equals = word.literalPrefix().indexOf('=');
        if (equals > 0) {
          assigned.put(
              word.literalPrefix().substring(0, equals),
              word.from(equals + 1).literal().map(Text::toString));
        }
      }
    }
  }

  private static Optional<String> value(Assignment assignment) {
    return assignment.literal().map(Text::toString);
  }
}
