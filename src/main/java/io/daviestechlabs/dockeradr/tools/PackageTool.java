package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where each package manager keeps what it downloads: one place, and a source, for each. */
public enum PackageTool {
  /** The manual page {@code apt.conf(5)}, {@code Dir::Cache} and {@code Dir::State}. */
  APT(
      AptGet::of,
      Sharing.LOCKED,
      CacheDirectory.of("/var/cache/apt").hearts("/archives"),
      CacheDirectory.of("/var/lib/apt").hearts("/lists")),

  /**
   * The manual page {@code apk-cache(5)}: {@code /etc/apk/cache} if that is there, often a link to
   * {@code /var/cache/apk}.
   */
  APK(
      Apk::of,
      Sharing.LOCKED,
      CacheDirectory.of("/var/cache/apk", "/etc/apk/cache").flag("--cache-dir")),

  /** The manual pages {@code dnf.conf(5)}, {@code dnf5.conf(5)} and {@code yum.conf(5)}. */
  DNF(
      Dnf::of,
      Sharing.LOCKED,
      CacheDirectory.of("/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5")),

  /** The manual page {@code zypper(8)}, {@code --cache-dir}. */
  ZYPPER(Zypper::of, Sharing.LOCKED, CacheDirectory.of("/var/cache/zypp").flag("--cache-dir")),

  /** pip's user guide, chapter on caching. */
  PIP(
      Pip::of,
      Sharing.SHARED,
      CacheDirectory.of("~/.cache/pip")
          .flag("--cache-dir")
          .movedBy("PIP_CACHE_DIR", "")
          .movedBy("XDG_CACHE_HOME", "/pip")),

  /** uv's documentation, chapter on the cache directory. */
  UV(
      Uv::of,
      Sharing.SHARED,
      CacheDirectory.of("~/.cache/uv")
          .flag("--cache-dir")
          .movedBy("UV_CACHE_DIR", "")
          .movedBy("XDG_CACHE_HOME", "/uv")),

  /** Poetry's configuration, {@code cache-dir}; its virtual environments are in there too. */
  POETRY(
      Poetry::of,
      Sharing.SHARED,
      CacheDirectory.of("~/.cache/pypoetry")
          .hearts("/artifacts", "/cache")
          .movedBy("POETRY_CACHE_DIR", "")
          .movedBy("XDG_CACHE_HOME", "/pypoetry")
          .notMountable()),

  /** conda's configuration, {@code pkgs_dirs}. */
  CONDA(
      Conda::of,
      Sharing.LOCKED,
      CacheDirectory.of("/opt/conda/pkgs", "*/pkgs").movedBy("CONDA_PKGS_DIRS", "")),

  /** npm's documentation, configuration {@code cache}. */
  NPM(
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("npm")),
      Sharing.SHARED,
      CacheDirectory.of("~/.npm")
          .hearts("/_cacache")
          .flag("--cache")
          .movedBy("npm_config_cache", "")
          .movedBy("NPM_CONFIG_CACHE", "")),

  /** Yarn's documentation, {@code yarn cache} of 1.x and {@code cacheFolder} of later ones. */
  YARN(
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("yarn")),
      Sharing.LOCKED,
      CacheDirectory.of("/usr/local/share/.cache/yarn", "~/.cache/yarn", "~/.yarn/berry/cache")
          .alsoAt("*/.yarn", "*/.yarn/cache", "*/.yarn/berry", "*/.cache/yarn/v6", "*/yarn")
          .alsoAt("*/.yarn-cache", "*/yarn-cache", "*/yarn_cache", "*/.cache")
          .flag("--cache-folder")
          .movedBy("YARN_CACHE_FOLDER", "")
          .notMountable()),

  /** pnpm's documentation, settings {@code store-dir}. */
  PNPM(
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("pnpm")),
      Sharing.SHARED,
      CacheDirectory.of("~/.local/share/pnpm/store")
          .alsoAt("*/.pnpm-store", "*/pnpm/store", "*/pnpm-store", "*/pnpm")
          .flag("--store-dir")
          .movedBy("npm_config_store_dir", "")
          .movedBy("PNPM_HOME", "/store")
          .movedBy("XDG_DATA_HOME", "/pnpm/store")),

  /** Bun's documentation, chapter on the global cache. */
  BUN(
      call -> Npm.of(call).filter(npm -> npm.call().name().startsWith("bun")),
      Sharing.SHARED,
      CacheDirectory.of("~/.bun/install/cache")
          .flag("--cache-dir")
          .movedBy("BUN_INSTALL_CACHE_DIR", "")
          .movedBy("BUN_INSTALL", "/install/cache")),

  /** Bundler's manual pages; gems themselves are installed elsewhere. */
  BUNDLER(
      Bundler::of,
      Sharing.LOCKED,
      CacheDirectory.of("~/.bundle/cache", "*/bundle/cache")
          .alsoAt("*/.bundle", "*/.gem", "*/bundle", "*/gems", "*/cache")
          .notMountable()),

  /** RubyGems' command reference, {@code gem environment}. */
  GEM(
      Gem::of,
      Sharing.LOCKED,
      CacheDirectory.of("/usr/local/bundle/cache", "*/cache")
          .alsoAt("*/.gem", "*/bundle", "*/gems")
          .notMountable()),

  /** Composer's documentation, {@code COMPOSER_CACHE_DIR} and {@code COMPOSER_HOME}. */
  COMPOSER(
      Composer::of,
      Sharing.SHARED,
      CacheDirectory.of("~/.composer/cache", "~/.cache/composer")
          .alsoAt("/tmp/cache")
          .movedBy("COMPOSER_CACHE_DIR", "")
          .movedBy("COMPOSER_HOME", "/cache")
          .movedBy("XDG_CACHE_HOME", "/composer"));

  private final Function<Call, Optional<? extends Tool>> reading;
  private final Sharing sharing;
  private final List<CacheDirectory> directories;

  PackageTool(
      Function<Call, Optional<? extends Tool>> reading,
      Sharing sharing,
      CacheDirectory... directories) {
    this.reading = reading;
    this.sharing = sharing;
    this.directories = List.of(directories);
  }

  /** The one that a call is of. */
  public static Optional<PackageTool> of(Call call) {
    return Arrays.stream(values()).filter(tool -> tool.read(call).isPresent()).findFirst();
  }

  /** Reads a call; empty for other programs. */
  public Optional<Tool> read(Call call) {
    return reading.apply(call).map(tool -> tool);
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
