package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Assignment;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where each package manager keeps what it downloads: one place, and a source, for each. */
public enum PackageTool {
  /** The manual page {@code apt.conf(5)}, {@code Dir::Cache} and {@code Dir::State}. */
  APT(
      Set.of("apt-get", "apt", "aptitude"),
      AptGet::of,
      Sharing.LOCKED,
      Bypass.by().cleaning("clean", "autoclean", "auto-clean", "distclean", "dist-clean"),
      CacheDirectory.of("/var/cache/apt").hearts("/archives"),
      CacheDirectory.of("/var/lib/apt").hearts("/lists")),

  /**
   * The manual page {@code apk-cache(5)}: {@code /etc/apk/cache} if that is there, often a link to
   * {@code /var/cache/apk}.
   */
  APK(
      Set.of("apk"),
      Apk::of,
      Sharing.LOCKED,
      Bypass.by("--no-cache").cleaning("cache clean", "cache purge"),
      CacheDirectory.of("/var/cache/apk", "/etc/apk/cache").flag("--cache-dir")),

  /**
   * The manual pages {@code dnf.conf(5)}, {@code dnf5.conf(5)}, {@code yum.conf(5)} and {@code
   * tdnf.conf(5)}, and microdnf's source, {@code dnf-main.c}.
   */
  DNF(
      Set.of("dnf", "dnf4", "dnf-3", "dnf5", "yum", "microdnf", "tdnf"),
      Dnf::of,
      Sharing.LOCKED,
      Bypass.by().cleaning("clean all", "clean packages"),
      CacheDirectory.of(
          "/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", "/var/cache/tdnf")),

  /** The manual page {@code zypper(8)}, {@code --cache-dir}. */
  ZYPPER(
      Set.of("zypper"),
      Zypper::of,
      Sharing.LOCKED,
      Bypass.by().cleaning("clean", "cc"),
      CacheDirectory.of("/var/cache/zypp").flag("--cache-dir")),

  /** pip's user guide, chapter on caching. */
  PIP(
      Set.of("pip"),
      Pip::of,
      Sharing.SHARED,
      Bypass.by("--no-cache-dir", "--no-cache")
          .variable("PIP_NO_CACHE_DIR", Set.of(""))
          .cleaning("cache purge", "cache remove"),
      CacheDirectory.of("~/.cache/pip")
          .flag("--cache-dir")
          .movedBy("PIP_CACHE_DIR", "")
          .movedBy("XDG_CACHE_HOME", "/pip")),

  /** uv's documentation, chapter on the cache directory. */
  UV(
      Set.of("uv", "uvx"),
      Uv::of,
      Sharing.SHARED,
      Bypass.by("--no-cache", "--no-cache-dir", "-n")
          .variable("UV_NO_CACHE", Bypass.NO)
          .cleaning("cache clean", "cache prune --ci", "clean"),
      CacheDirectory.of("~/.cache/uv")
          .flag("--cache-dir")
          .movedBy("UV_CACHE_DIR", "")
          .movedBy("XDG_CACHE_HOME", "/uv")),

  /** Poetry's configuration, {@code cache-dir}; its virtual environments are in there too. */
  POETRY(
      Set.of("poetry"),
      Poetry::of,
      Sharing.SHARED,
      Bypass.by("--no-cache").cleaning("cache clear"),
      CacheDirectory.of("~/.cache/pypoetry")
          .hearts("/artifacts", "/cache")
          .movedBy("POETRY_CACHE_DIR", "")
          .movedBy("XDG_CACHE_HOME", "/pypoetry")
          .notMountable()),

  /** conda's configuration, {@code pkgs_dirs}. */
  CONDA(
      Set.of("conda", "mamba", "micromamba"),
      Conda::of,
      Sharing.LOCKED,
      Bypass.by().cleaning("clean"),
      CacheDirectory.of("/opt/conda/pkgs", "*/pkgs").movedBy("CONDA_PKGS_DIRS", "")),

  /** npm's documentation, configuration {@code cache}. */
  NPM(
      Set.of("npm"),
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("npm")),
      Sharing.SHARED,
      Bypass.by().cleaning("cache clean", "cache clear", "cache rm"),
      CacheDirectory.of("~/.npm")
          .hearts("/_cacache")
          .flag("--cache")
          .movedBy("npm_config_cache", "")
          .movedBy("NPM_CONFIG_CACHE", "")),

  /** Yarn's documentation, {@code yarn cache} of 1.x and {@code cacheFolder} of later ones. */
  YARN(
      Set.of("yarn", "yarnpkg"),
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("yarn")),
      Sharing.LOCKED,
      Bypass.by().cleaning("cache clean"),
      CacheDirectory.of("/usr/local/share/.cache/yarn", "~/.cache/yarn", "~/.yarn/berry/cache")
          .alsoAt("*/.yarn", "*/.yarn/cache", "*/.yarn/berry", "*/.cache/yarn/v6", "*/yarn")
          .alsoAt("*/.yarn-cache", "*/yarn-cache", "*/yarn_cache", "*/.cache")
          .flag("--cache-folder")
          .movedBy("YARN_CACHE_FOLDER", "")
          .notMountable()),

  /** pnpm's documentation, settings {@code store-dir}. */
  PNPM(
      Set.of("pnpm"),
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("pnpm")),
      Sharing.SHARED,
      Bypass.by().cleaning("store prune", "cache delete"),
      CacheDirectory.of("~/.local/share/pnpm/store")
          .alsoAt("*/.pnpm-store", "*/pnpm/store", "*/pnpm-store", "*/pnpm")
          .flag("--store-dir")
          .movedBy("npm_config_store_dir", "")
          .movedBy("PNPM_HOME", "/store")
          .movedBy("XDG_DATA_HOME", "/pnpm/store")),

  /** Bun's documentation, chapter on the global cache. */
  BUN(
      Set.of("bun"),
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("bun")),
      Sharing.SHARED,
      Bypass.by().cleaning("pm cache rm"),
      CacheDirectory.of("~/.bun/install/cache")
          .flag("--cache-dir")
          .movedBy("BUN_INSTALL_CACHE_DIR", "")
          .movedBy("BUN_INSTALL", "/install/cache")),

  /** Bundler's manual pages; gems themselves are installed elsewhere. */
  BUNDLER(
      Set.of("bundle", "bundler"),
      Bundler::of,
      Sharing.LOCKED,
      Bypass.by(),
      CacheDirectory.of("~/.bundle/cache", "*/bundle/cache")
          .alsoAt("*/.bundle", "*/.gem", "*/bundle", "*/gems", "*/cache")
          .notMountable()),

  /** RubyGems' command reference, {@code gem environment}. */
  GEM(
      Set.of("gem"),
      Gem::of,
      Sharing.LOCKED,
      Bypass.by(),
      CacheDirectory.of("/usr/local/bundle/cache", "*/cache")
          .alsoAt("*/.gem", "*/bundle", "*/gems")
          .notMountable()),

  /** Composer's documentation, {@code COMPOSER_CACHE_DIR} and {@code COMPOSER_HOME}. */
  COMPOSER(
      Set.of("composer", "composer.phar"),
      Composer::of,
      Sharing.SHARED,
      Bypass.by("--no-cache").cleaning("clear-cache", "clearcache", "cc"),
      CacheDirectory.of("~/.composer/cache", "~/.cache/composer")
          .alsoAt("/tmp/cache")
          .movedBy("COMPOSER_CACHE_DIR", "")
          .movedBy("COMPOSER_HOME", "/cache")
          .movedBy("XDG_CACHE_HOME", "/composer")),

  /** Maven's documentation, {@code settings.xml}; since 3.9 {@code MAVEN_ARGS} is read too. */
  MAVEN(
      Set.of("mvn", "mvnd", "mvnw", "mvnDebug"),
      Maven::of,
      Sharing.SHARED,
      Bypass.by().cleaning("dependency:purge-local-repository"),
      CacheDirectory.of("~/.m2/repository").alsoAt("*/.m2").flag("-Dmaven.repo.local")),

  /** Gradle's documentation, chapter on its directories; it locks its caches by itself. */
  GRADLE(
      Set.of("gradle", "gradlew"),
      Gradle::of,
      Sharing.LOCKED,
      Bypass.by(),
      CacheDirectory.of("~/.gradle")
          .hearts("", "/caches")
          .flag("--gradle-user-home")
          .flag("-g")
          .movedBy("GRADLE_USER_HOME", "")),

  /**
   * The output of {@code go help environment}; golang's own images set {@code GOPATH} to {@code
   * /go}. What is compiled is kept apart from what is downloaded.
   */
  GO(
      Set.of("go"),
      Go::of,
      Sharing.SHARED,
      Bypass.by().cleaning("clean -modcache"),
      CacheDirectory.of("~/go/pkg/mod", "/go/pkg/mod")
          .movedBy("GOMODCACHE", "")
          .movedBy("GOPATH", "/pkg/mod")),

  /**
   * The Cargo book, chapter on Cargo's home; rust's own images set it to {@code /usr/local/cargo}.
   */
  CARGO(
      Set.of("cargo"),
      Cargo::of,
      Sharing.SHARED,
      Bypass.by(),
      CacheDirectory.of("~/.cargo/registry", "/usr/local/cargo/registry")
          .movedBy("CARGO_HOME", "/registry")),

  /** NuGet's documentation, chapter on managing its folders. */
  DOTNET(
      Set.of("dotnet", "nuget"),
      Dotnet::of,
      Sharing.SHARED,
      Bypass.by().cleaning("nuget locals --clear", "nuget locals -c"),
      CacheDirectory.of("~/.nuget/packages")
          .alsoAt("*/.nuget")
          .flag("--packages")
          .movedBy("NUGET_PACKAGES", "")
          .notMountable());

  private static final Map<String, PackageTool> BY_PROGRAM = byProgram();

  private static final Set<PackageTool> KEEPERS = EnumSet.of(MAVEN, GRADLE, GO, CARGO, DOTNET);

  /** Subcommands that mostly find what they need. */
  private static final Set<String> ONLY_RUN =
      Set.of("exec", "x", "dlx", "lock", "list", "run", "tool", "generate", "vet", "tool run");

  private final Set<String> programs;
  private final Function<Call, Optional<? extends Tool>> reading;
  private final Sharing sharing;
  private final Bypass bypass;
  private final List<CacheDirectory> directories;

  PackageTool(
      Set<String> programs,
      Function<Call, Optional<? extends Tool>> reading,
      Sharing sharing,
      Bypass bypass,
      CacheDirectory... directories) {
    this.programs = programs;
    this.reading = reading;
    this.sharing = sharing;
    this.bypass = bypass;
    this.directories = List.of(directories);
  }

  /** The one that a call is of. */
  public static Optional<PackageTool> of(Call call) {
    PackageTool tool = BY_PROGRAM.get(Pip.isPip(call.name()) ? "pip" : call.name());
    return tool == null || tool.reading.apply(call).isEmpty()
        ? Optional.empty()
        : Optional.of(tool);
  }

  private static Map<String, PackageTool> byProgram() {
    Map<String, PackageTool> all = new HashMap<>();
    for (PackageTool tool : values()) {
      tool.programs.forEach(program -> all.put(program, tool));
    }
    return Map.copyOf(all);
  }

  /** Reads a call; empty for other programs. */
  public Optional<Tool> read(Call call) {
    return reading.apply(call).map(tool -> tool);
  }

  /** The flags of a call that keep it from its cache. */
  public List<Flag> bypassFlags(Call call) {
    return read(call).map(bypass::flagsOf).orElse(List.of());
  }

  /** The variables set for a call alone that keep it from its cache. */
  public List<Assignment> bypassAssignments(Call call) {
    return bypass.assignmentsOf(call);
  }

  /** The variables that keep it from its cache wherever they are set. */
  public List<String> bypassVariables() {
    return bypass.variables();
  }

  /** Whether a variable of a value keeps it from its cache. */
  public boolean isBypassedBy(String variable, String value) {
    return bypass.defeats(variable, value);
  }

  /** Whether a call empties its cache. */
  public boolean cleans(Call call) {
    return read(call).filter(bypass::cleans).isPresent();
  }

  /**
   * Whether later calls use what an earlier one downloaded where it lies, so that a mount has to be
   * there for all of them, and for the program that runs in the end.
   */
  public boolean usesCacheLater() {
    return KEEPERS.contains(this);
  }

  /** Whether a call downloads what it installs, or builds with, for certain. */
  public boolean downloads(Call call) {
    Optional<Tool> tool = read(call).filter(Tool::installs);
    return tool.filter(
            t -> !t.isOffline() && !ONLY_RUN.contains(t.subcommand()) && !t.has("--installroot"))
        .isPresent();
  }

  /** Whether what a call downloads lies in a directory, or below. */
  public boolean keepsBelow(String directory, Call call, Scope variables) {
    return directories.stream()
        .anyMatch(cache -> cache.isBelow(directory, cache.candidates(call, variables)));
  }

  /** The same, for a call whose cache nothing moves and whose user's home may be any. */
  boolean usuallyKeepsBelow(String directory) {
    return directories.stream().anyMatch(cache -> cache.isBelow(directory, cache.usual()));
  }

  /** The directory that a call keeps its downloads in; empty if there may be several. */
  public Optional<String> directory(Call call, Scope variables) {
    List<String> all =
        directories.stream().flatMap(d -> d.candidates(call, variables).stream()).toList();
    return all.size() == 1 && all.get(0).startsWith("/")
        ? Optional.of(all.get(0))
        : Optional.empty();
  }

  /**
   * Whether it is a call of it that fetches again what its cache has lost, and does not empty it.
   */
  public boolean fillsCacheAgain(Call call) {
    return !cleans(call) && read(call).filter(tool -> !tool.isOffline()).isPresent();
  }

  /** Where it keeps what it downloads. */
  List<CacheDirectory> directories() {
    return directories;
  }

  /** Who may write to its cache at a time. */
  Sharing sharing() {
    return sharing;
  }
}
