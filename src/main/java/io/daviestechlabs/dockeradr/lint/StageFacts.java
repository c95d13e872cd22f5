package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One stage, read from top to bottom: who runs each RUN, and where. */
final class StageFacts {
  private static final Set<String> ONLY_FOR_ROOT =
      Set.of(
          "addgroup",
          "adduser",
          "apk",
          "apt",
          "apt-get",
          "dnf",
          "groupadd",
          "microdnf",
          "useradd",
          "yum",
          "zypper");

  private static final int MOST_COPIES = 200;

  private final Facts facts;
  private final Stage stage;

  /** The nearest one that it starts from which creates accounts. */
  private final Optional<StageFacts> creator;

  private final List<RunFacts> runs = new ArrayList<>();
  private final List<CopyFacts> copies = new ArrayList<>();
  private final Map<String, Account> created = new HashMap<>();
  private Account account;
  private Optional<String> directory;

  private StageFacts(Facts facts, Stage stage, Optional<StageFacts> base) {
    this.facts = facts;
    this.stage = stage;
    this.creator = base.flatMap(b -> b.created.isEmpty() ? b.creator : base);
    this.account = base.map(b -> b.account).orElseGet(() -> facts.base(stage).account());
    this.directory = base.map(b -> b.directory).orElse(Optional.of(""));
    base.ifPresent(b -> copies.addAll(b.copies));
    stage.instructions().forEach(this::read);
    copies.subList(0, Math.max(0, copies.size() - MOST_COPIES)).clear();
  }

  /** The stages that are built, in the order of the file. */
  static Map<Stage, StageFacts> of(Facts facts, List<Stage> stages) {
    Map<Stage, StageFacts> read = new LinkedHashMap<>();
    for (Stage stage : stages) {
      if (facts.needed().contains(stage)) {
        Optional<StageFacts> base = facts.stages().base(stage).map(read::get);
        read.put(stage, new StageFacts(facts, stage, base));
      }
    }
    return read;
  }

  /** Its RUNs, in order. */
  List<RunFacts> runs() {
    return runs;
  }

  /** The last of what it inherits and copies, in order. */
  List<CopyFacts> copies() {
    return copies;
  }

  private void read(Instruction written) {
    Instruction instruction = written instanceof Onbuild onbuild ? onbuild.trigger() : written;
    if (instruction instanceof Run run) {
      List<Call> calls = facts.calls(run);
      boolean asRoot = calls.stream().anyMatch(StageFacts::isOnlyForRoot);
      account = account.uid().isEmpty() && asRoot ? Account.ROOT : account;
      calls.forEach(call -> created.putAll(Account.created(call)));
      runs.add(
          new RunFacts(facts, stage, run, written != instruction, account, this::named, directory));
    } else if (written instanceof Transfer transfer) {
      copies.add(CopyFacts.of(facts.stages(), stage, transfer, account, directory));
    } else if (instruction instanceof User user) {
      account =
          StageGraph.known(user.user(), facts.stages().scope(stage, user))
              .map(this::named)
              .orElse(Account.UNKNOWN);
    } else if (instruction instanceof Workdir workdir) {
      directory =
          StageGraph.known(workdir.path(), facts.stages().scope(stage, workdir))
              .flatMap(path -> ImagePath.resolve(directory, path));
    }
  }

  /** Whether a call tells that root makes it. */
  private static boolean isOnlyForRoot(Call call) {
    return ONLY_FOR_ROOT.contains(call.name())
        && call.hosts().noneMatch(host -> UserSwitch.of(host).isPresent())
        && !call.args().isEmpty();
  }

  /** The account of a USER: a name or number, with or without group. */
  private Account named(String user) {
    String name = user.split(":", 2)[0];
    return find(name)
        .or(() -> facts.base(stage).account(name))
        .orElseGet(() -> Account.numbered(user));
  }

  private Optional<Account> find(String name) {
    for (Optional<StageFacts> s = Optional.of(this); s.isPresent(); s = s.get().creator) {
      Account account = s.get().created.get(name);
      if (account != null) {
        return Optional.of(account);
      }
    }
    return Optional.empty();
  }
}
