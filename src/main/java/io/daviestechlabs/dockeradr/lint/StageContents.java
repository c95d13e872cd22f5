package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.tools.PackageRequest;
import io.daviestechlabs.dockeradr.tools.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is in the image of a stage: what its base image has, and what its own RUNs and COPYs bring,
 * those of the stages that it starts from included.
 *
 * <p>It answers only what is certain. Whatever may bring anything, as a script that is run or a
 * directory that is copied to the root, makes all uncertain.
 */
public final class StageContents {
  private static final int MOST_STAGES = 50;

  /** Directories where programs are looked for, and those above them. */
  private static final Set<String> PROGRAM_PLACES =
      Set.of(
          "/",
          "/bin",
          "/sbin",
          "/usr",
          "/usr/bin",
          "/usr/sbin",
          "/usr/local",
          "/usr/local/bin",
          "/usr/local/sbin");

  /** Where accounts are kept. */
  private static final Set<String> ACCOUNT_PLACES =
      Set.of("/", "/etc", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf");

  /** Last names of paths that are directories with programs in them, or may be. */
  private static final Set<String> TREES =
      Set.of("", "/", ".", "*", "bin", "sbin", "usr", "local", "lib", "root", "rootfs", "etc");

  private static final Set<String> ACCOUNT_MAKERS =
      Set.of("useradd", "adduser", "groupadd", "addgroup", "usermod", "groupmod");

  /** Names that people give to the users of their services, and packages do not. */
  private static final Set<String> OF_NO_PACKAGE =
      Distribution.words(
          "app apps appuser app-user app_user appgroup application user users appl deploy deployer dev"
              + " developer django flask java jovyan myuser nextjs node nodejs nonroot non-root python"
              + " ray runner service serviceuser spring svc vscode web webapp worker");

  private static final Set<String> UNPACKERS = Set.of("tar", "unzip", "cpio", "rsync", "cp", "mv");

  /** Names, or beginnings, of packages that bring some of the programs that rules ask for. */
  private static final Map<String, List<String>> BRINGERS =
      Map.of(
          "nc", List.of("netcat", "ncat", "nmap", "busybox"),
          "wget", List.of("busybox", "google-chrome", "debootstrap", "devscripts", "texlive"),
          "curl", List.of("devscripts", "ros-"),
          "sh", List.of("busybox"));

  private final Facts facts;
  private final KnownImage base;
  private final List<Installation> installations = new ArrayList<>();
  private final Set<String> packages = new HashSet<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Set<String> accounts = new HashSet<>();
  private boolean certain = true;
  private boolean accountsCertain = true;
  private Optional<String> directory;

  private StageContents(Facts facts, Stage stage) {
    this.facts = facts;
    this.base = facts.base(stage);
    List<Stage> chain = facts.stages().chain(stage);
    this.certain = chain.size() <= MOST_STAGES;
    this.directory =
        facts.stages().isScratch(chain.get(chain.size() - 1)) ? Optional.of("/") : Optional.empty();
    for (int i = chain.size() - 1; i >= 0 && certain; i--) {
      for (Instruction written : chain.get(i).instructions()) {
        read(chain.get(i), written instanceof Onbuild onbuild ? onbuild.trigger() : written);
      }
    }
  }

  /** The contents of a stage. */
  static StageContents of(Facts facts, Stage stage) {
    return new StageContents(facts, stage);
  }

  /** The packages of the distribution that its RUNs install, as far as they name them. */
  public List<Installation> installations() {
    return Collections.unmodifiableList(installations);
  }

  /** Whether a program is absent for certain: one of those that well-known images are known for. */
  public boolean lacks(String program) {
    return certain
        && base.lacks(program)
        && !mentioned.contains(program)
        && BRINGERS.getOrDefault(program, List.of()).stream()
            .noneMatch(start -> packages.stream().anyMatch(p -> p.startsWith(start)))
        && packages.stream().noneMatch(name -> name.contains(program) && !isLibrary(name));
  }

  private static boolean isLibrary(String name) {
    return name.startsWith("lib") || name.endsWith("-dev");
  }

  /** Whether a user is absent for certain. */
  public boolean lacksUser(String name) {
    return base.lacksUser(name) && noneMakes(name);
  }

  /** Whether a group is absent for certain. */
  public boolean lacksGroup(String name) {
    return base.lacksGroup(name) && noneMakes(name);
  }

  private boolean noneMakes(String name) {
    return certain && accountsCertain && !accounts.contains(name) && !isOfPackage(name);
  }

  /** Whether a package may have made an account: httpd makes apache, mariadb makes mysql. */
  private boolean isOfPackage(String name) {
    return !packages.isEmpty() && !OF_NO_PACKAGE.contains(name);
  }

  private void read(Stage stage, Instruction instruction) {
    if (instruction instanceof Run run) {
      read(run);
    } else if (instruction instanceof Transfer transfer) {
      read(stage, transfer);
    } else if (instruction instanceof Workdir workdir) {
      directory = known(stage, workdir, workdir.path()).flatMap(this::in);
    }
  }

  private void read(Run run) {
    List<Call> calls = facts.calls(run);
    Set<Call> hosts = Collections.newSetFromMap(new IdentityHashMap<>());
    calls.forEach(call -> call.outer().ifPresent(hosts::add));
    certain &= !calls.isEmpty();
    for (Call call : calls) {
      certain &= PlainPrograms.contains(call, hosts.contains(call));
      List<String> words = words(call);
      certain &= !spreads(call) && words.stream().noneMatch(StageContents::isRepository);
      mentioned.add(call.name());
      words.subList(0, call.args().size()).forEach(word -> mentioned.add(lastName(word)));
      Installation.of(call).ifPresent(this::add);
      accounts(call, words);
    }
  }

  private void add(Installation installation) {
    installations.add(installation);
    certain &= installation.isKnown();
    installation.requests().stream()
        .map(PackageRequest::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(packages::add);
  }

  private static boolean spreads(Call call) {
    if (!UNPACKERS.contains(call.name())) {
      return false;
    }
    List<String> words = call.args().stream().map(ShellWord::value).map(Paths::clean).toList();
    boolean tree = words.stream().anyMatch(w -> !isPlace(w) && isTree(lastName(w)));
    return words.stream().anyMatch(w -> w.equals("/") || w.equals("/usr") || tree && isPlace(w));
  }

  private static boolean isPlace(String path) {
    return PROGRAM_PLACES.contains(path);
  }

  private static boolean isTree(String name) {
    return TREES.contains(name) || name.indexOf('*') >= 0;
  }

  /** Its arguments, and the files that it reads and writes. */
  private static List<String> words(Call call) {
    List<String> words = new ArrayList<>();
    call.args().forEach(word -> words.add(word.value()));
    call.redirects().forEach(redirect -> words.add(redirect.target().value()));
    return words;
  }

  /** Whether packages of others than the distribution can be installed from now on. */
  private static boolean isRepository(String path) {
    return path.contains("/sources.list") || path.contains("/yum.repos.d");
  }

  private void accounts(Call call, List<String> words) {
    if (ACCOUNT_MAKERS.contains(call.name())) {
      call.args().forEach(word -> accounts.add(word.value()));
      accountsCertain &= call.args().stream().allMatch(w -> w.literal().isPresent());
    } else if (words.stream()
        .anyMatch(word -> word.contains("/etc/passwd") || word.contains("/etc/group"))) {
      List<String> lines =
          call.args().stream()
              .flatMap(word -> word.value().lines())
              .flatMap(line -> Stream.of(line.split("\\\\n")))
              .filter(line -> line.indexOf(':') > 0)
              .toList();
      lines.forEach(line -> accounts.add(line.substring(0, line.indexOf(':'))));
      accountsCertain &= !lines.isEmpty() && call.args().stream().allMatch(this::isLiteral);
    }
  }

  private boolean isLiteral(ShellWord word) {
    return word.literal().isPresent();
  }

  private void read(Stage stage, Transfer transfer) {
    Optional<String> target =
        known(stage, transfer, transfer.target()).flatMap(this::in).map(Paths::clean);
    target.ifPresent(path -> mentioned.add(lastName(path)));
    accountsCertain &= target.isPresent() && !ACCOUNT_PLACES.contains(target.get());
    boolean spreads = target.isEmpty() || isPlace(target.get());
    boolean wide = target.isEmpty() || !target.get().endsWith("bin");
    for (Word source : transfer.sources()) {
      String name = lastName(known(stage, transfer, source).orElse("*"));
      mentioned.add(name);
      boolean tree = isTree(name) || wide && name.indexOf('.', 1) < 0 || unpacks(transfer, name);
      certain &= !spreads || !tree;
    }
  }

  private static boolean unpacks(Transfer transfer, String name) {
    return transfer instanceof Add && (name.contains(".t") || name.indexOf('.') < 0);
  }

  private Optional<String> known(Stage stage, Instruction instruction, Word word) {
    return StageGraph.known(word, facts.stages().scope(stage, instruction));
  }

  private Optional<String> in(String path) {
    return path.startsWith("/") ? Optional.of(path) : directory.map(d -> d + "/" + path);
  }

  private static String lastName(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
