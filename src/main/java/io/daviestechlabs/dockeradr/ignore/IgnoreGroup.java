package io.daviestechlabs.dockeradr.ignore;

import static io.daviestechlabs.dockeradr.ignore.IgnoreEntry.Demand.EVERYWHERE;
import static io.daviestechlabs.dockeradr.ignore.IgnoreEntry.Demand.HOME;
import static io.daviestechlabs.dockeradr.ignore.IgnoreEntry.Demand.NONE;

import io.daviestechlabs.dockeradr.ignore.IgnoreEntry.Demand;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Entries that stand together in a generated file.
 *
 * @param title whose they are, as the comment above them says
 * @param tier what brings them back
 * @param ecosystem where they are of use; empty means everywhere
 * @param entries the entries, in order
 */
record IgnoreGroup(
    String title, Tier tier, Optional<Ecosystem> ecosystem, List<IgnoreEntry> entries) {
  /** Why something is kept out, which decides what brings it back. In the order of the file. */
  enum Tier {
    /** Files that an image rarely needs: they come back with the directory that COPY names. */
    CONTENT,
    /** What a build makes: it comes back when COPY names it, or something in it. */
    OUTPUT,
    /** Caches, tools and secrets: they come back only when COPY names them. */
    JUNK
  }

  private static final String ADR = "ADR-0014, section 10";

  private static final List<IgnoreGroup> ALL =
      List.of(
          group(ADR + ": documentation", Tier.CONTENT, null, EVERYWHERE, "*.md"),
          of(Ecosystem.NOTEBOOKS, Tier.CONTENT, NONE, "*.ipynb"),
          of(
              Ecosystem.MODELS,
              Tier.CONTENT,
              NONE,
              "*.safetensors",
              "*.gguf",
              "*.ggml",
              "*.ckpt",
              "*.pt",
              "*.pth",
              "*.onnx"),
          of(Ecosystem.MAVEN, Tier.OUTPUT, HOME, "target/"),
          of(Ecosystem.GRADLE, Tier.OUTPUT, HOME, "build/"),
          of(Ecosystem.RUST, Tier.OUTPUT, HOME, "target/"),
          of(Ecosystem.DOTNET, Tier.OUTPUT, HOME, "bin/", "obj/"),
          group(ADR + ": version control and CI", Tier.JUNK, null, HOME, ".git/", ".gitea/"),
          group(
              ADR + ": Python",
              Tier.JUNK,
              null,
              EVERYWHERE,
              "__pycache__/",
              "*.pyc",
              ".venv/",
              ".mypy_cache/",
              ".pytest_cache/",
              ".ruff_cache/"),
          of(
              Ecosystem.PYTHON,
              Tier.JUNK,
              NONE,
              "*.pyo",
              "*.egg-info/",
              "venv/",
              ".tox/",
              ".nox/",
              ".hypothesis/",
              ".coverage",
              "/htmlcov/"),
          of(Ecosystem.NOTEBOOKS, Tier.JUNK, NONE, ".ipynb_checkpoints/"),
          of(Ecosystem.MAVEN, Tier.JUNK, NONE, ".flattened-pom.xml", "dependency-reduced-pom.xml"),
          of(Ecosystem.GRADLE, Tier.JUNK, HOME, ".gradle/"),
          of(Ecosystem.GRADLE, Tier.JUNK, NONE, ".kotlin/"),
          of(Ecosystem.NODE, Tier.JUNK, HOME, "node_modules/"),
          of(
              Ecosystem.NODE,
              Tier.JUNK,
              NONE,
              ".next/",
              ".nuxt/",
              ".turbo/",
              ".parcel-cache/",
              ".nyc_output/",
              "/coverage/",
              "npm-debug.log*",
              "yarn-error.log"),
          of(Ecosystem.GO, Tier.JUNK, NONE, "*.test", "*.prof", "/coverage.out"),
          of(Ecosystem.RUST, Tier.JUNK, NONE, "*.rs.bk"),
          of(Ecosystem.TERRAFORM, Tier.JUNK, HOME, ".terraform/"),
          of(Ecosystem.TERRAFORM, Tier.JUNK, NONE, "*.tfvars"),
          of(Ecosystem.IDE, Tier.JUNK, HOME, ".idea/", ".vscode/"),
          of(
              Ecosystem.IDE,
              Tier.JUNK,
              NONE,
              "*.iml",
              ".classpath",
              ".project",
              ".settings/",
              "*.swp"),
          of(Ecosystem.CI, Tier.JUNK, HOME, "/.github/"),
          of(
              Ecosystem.CI,
              Tier.JUNK,
              NONE,
              "/.gitlab-ci.yml",
              "/Jenkinsfile",
              "/.circleci/",
              "/.woodpecker/",
              "/.drone.yml"),
          group("the desktop", Tier.JUNK, null, NONE, ".DS_Store", "Thumbs.db"),
          group(
              "the image's own files, which BuildKit reads apart from the context",
              Tier.JUNK,
              null,
              NONE,
              "/Dockerfile",
              "/Dockerfile.*",
              "/*.Dockerfile",
              ".dockerignore",
              "/*.dockerignore",
              "/compose*.y*ml",
              "/docker-compose*.y*ml"),
          new IgnoreGroup(
              "secrets: RUN --mount=type=secret brings them without a trace",
              Tier.JUNK,
              Optional.empty(),
              SecretFiles.kinds().stream().map(SecretFiles.Kind::entry).toList()));

  private static IgnoreGroup of(Ecosystem ecosystem, Tier tier, Demand demand, String... names) {
    String kind =
        switch (tier) {
          case CONTENT -> ": large files";
          case OUTPUT -> ": build output";
          case JUNK -> "";
        };
    return group(ecosystem.title() + kind, tier, ecosystem, demand, names);
  }

  private static IgnoreGroup group(
      String title, Tier tier, Ecosystem ecosystem, Demand demand, String... names) {
    return new IgnoreGroup(
        title, tier, Optional.ofNullable(ecosystem), IgnoreEntry.list(demand, names));
  }

  /** The groups of some ecosystems and of every context, those with one title and tier joined. */
  static List<IgnoreGroup> of(Set<Ecosystem> ecosystems) {
    List<IgnoreGroup> groups = new ArrayList<>();
    for (IgnoreGroup group : ALL) {
      if (group.ecosystem.isEmpty() || ecosystems.contains(group.ecosystem.get())) {
        int last = groups.size() - 1;
        if (last >= 0 && groups.get(last).isContinuedBy(group)) {
          groups.set(last, groups.get(last).with(group.entries));
        } else {
          groups.add(group);
        }
      }
    }
    return groups;
  }

  /**
   * The groups to write. Whether an editor, or a download, has left its files on one machine makes
   * no difference: everybody gets the same file.
   */
  static List<IgnoreGroup> written(Set<Ecosystem> ecosystems) {
    Set<Ecosystem> all = EnumSet.of(Ecosystem.IDE);
    all.addAll(ecosystems);
    if (all.contains(Ecosystem.PYTHON)) {
      all.add(Ecosystem.MODELS);
    }
    return of(all);
  }

  private boolean isContinuedBy(IgnoreGroup other) {
    return title.equals(other.title) && tier == other.tier;
  }

  private IgnoreGroup with(List<IgnoreEntry> more) {
    List<IgnoreEntry> all = new ArrayList<>(entries);
    all.addAll(more);
    return new IgnoreGroup(title, tier, ecosystem, List.copyOf(all));
  }
}
