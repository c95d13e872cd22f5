package io.daviestechlabs.dockeradr.rules;

import io.daviestechlabs.dockeradr.bake.BakeFile;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.BakeSubject;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.ImageDemands;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.MakefileSubject;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.PomSubject;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RuleSetting;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Subject;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;
import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code options} and {@code dockerignore} blocks of a page say of the examples below them.
 */
final class PageSetting {
  /** What findings of images point into. */
  private static final String IMAGE = "target/docker-adr/image.txt";

  private Optional<String> target = Optional.empty();
  private ImageKind kind = ImageKind.SERVICE;
  private Optional<String> name = Optional.empty();
  private Optional<String> ignoreFile = Optional.empty();
  private boolean written;
  private boolean first = true;
  private final Map<String, String> injected = new HashMap<>();
  private final Map<String, String> known = new HashMap<>();
  private final Set<String> unset = new HashSet<>();
  private final List<RuleSetting> settings = new ArrayList<>();
  private final Map<String, String> expected = new HashMap<>();
  private final List<String> allowed = new ArrayList<>();
  private final Map<String, Long> most = new HashMap<>();
  private Optional<LocalDate> baseCreated = Optional.empty();
  private boolean withBase;
  private LocalDate today = LocalDate.EPOCH;
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /** Forgets everything: a new heading begins. */
  void reset() {
    target = Optional.empty();
    kind = ImageKind.SERVICE;
    name = Optional.empty();
    ignoreFile = Optional.empty();
    written = false;
    first = true;
    injected.clear();
    known.clear();
    unset.clear();
    settings.clear();
    today = LocalDate.EPOCH;
    expected.clear();
    allowed.clear();
    most.clear();
    baseCreated = Optional.empty();
    withBase = false;
    files.clear();
    sizes.clear();
  }

  /** A file of the context, with what is in it. */
  void file(String path, String text) {
    files.put(path, text);
  }

  void ignoreFile(String text) {
    ignoreFile = Optional.of(text);
  }

  /** One setting a line: {@code kind job}, {@code file src/App.java}, {@code inject key value}. */
  void options(String text) {
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "today" -> today = LocalDate.parse(words[1]);
        case "locked" -> settings.add(new RuleSetting("locked", words[1], Optional.empty()));
        case "severity" ->
            settings.add(
                new RuleSetting(
                    "severities",
                    words[1],
                    Optional.of(Severity.valueOf(words[2].toUpperCase(Locale.ROOT)))));
        case "target" -> target = Optional.of(words[1]);
        case "expect" -> expected.put(words[1], words[2]);
        case "allow" -> allowed.add(words[1]);
        case "most" -> most.put(words[1], Amount.parse(words[2]));
        case "baseCreated" -> baseCreated = Optional.of(LocalDate.parse(words[1]));
        case "withBase" -> withBase = true;
        case "kind" -> kind = ImageKind.valueOf(words[1].toUpperCase(Locale.ROOT));
        case "name" -> name = Optional.of(words[1]);
        case "written" -> written = true;
        case "second" -> first = false;
        case "inject" -> injected.put(words[1], words[2]);
        case "know" -> known.put(words[1], words[2]);
        case "unset" -> unset.add(words[1]);
        case "size" -> {
          files.put(words[1], "");
          sizes.put(words[1], Long.parseLong(words[2]));
        }
        case "file" -> files.put(words[1], words.length < 3 ? "" : words[2].replace("\\n", "\n"));
        default -> throw new AssertionError("no such option: " + line);
      }
    }
  }

  /** The findings of one rule, whether it is on or off where nobody asks. */
  List<Finding> lint(Rule rule, Source source) {
    if (rule.meta().family() == Family.BUILDKIT) {
      // these have switches of their own in the file
      return new Linter(List.of(rule), Options.adr()).lint(subject(source));
    }
    if (rule instanceof SuppressionRule) {
      Options options = Options.adr().withToday(today).withSettings(settings).withLocked(locked());
      return new Linter(Rules.ALL, options)
          .lint(subject(source)).stream().filter(f -> f.rule().id().equals(rule.id())).toList();
    }
    Severity severity =
        rule.meta().severity() == Severity.OFF ? Severity.WARNING : rule.meta().severity();
    Options options = Options.adr().withToday(today).withSeverities(Map.of(rule.id(), severity));
    return new Linter(List.of(rule), options).lint(subject(source));
  }

  private Map<String, Severity> locked() {
    return settings.stream()
        .filter(setting -> setting.element().equals("locked"))
        .flatMap(setting -> Rules.ALL.stream().filter(rule -> rule.isNamed(setting.word())))
        .collect(Collectors.toMap(Rule::id, rule -> rule.meta().severity()));
  }

  /** How the examples of a language, or the cases of a rule, are called. */
  String fileName(Rule rule, String language) {
    return switch (language) {
      case "hcl" -> "docker-bake.hcl";
      case "json" -> "docker-bake.json";
      case "makefile" -> "Makefile";
      case "image" -> IMAGE;
      case "xml" -> "pom.xml";
      case "yaml" -> name.orElse(".gitea/workflows/image.yml");
      default -> name.orElseGet(() -> fileName(rule));
    };
  }

  private static String fileName(Rule rule) {
    Set<FileKind> kinds = rule.meta().kinds();
    if (kinds.equals(Set.of(FileKind.IMAGE))) {
      return IMAGE;
    }
    return kinds.contains(FileKind.DOCKERFILE)
        ? "Dockerfile"
        : kinds.contains(FileKind.WORKFLOW)
            ? ".gitea/workflows/image.yml"
            : kinds.contains(FileKind.MAKEFILE) ? "Makefile" : "pom.xml";
  }

  private Subject subject(Source source) {
    String file = source.name();
    if (file.endsWith(".yml")) {
      return WorkflowSubject.of(Workflow.parse(source));
    }
    if (file.equals(IMAGE)) {
      return ImageExample.subject(file, source.text(), demands(), baseCreated);
    }
    if (file.startsWith("docker-bake.")) {
      return BakeSubject.of(BakeFile.parse(source), true);
    }
    if (file.equals("Makefile")) {
      return MakefileSubject.of(Makefile.parse(source), !files.containsKey("apart"));
    }
    return file.equals("pom.xml")
        ? PomSubject.of(source, unset, first)
        : new DockerfileSubject(Dockerfile.parse(source), surroundings());
  }

  private ImageDemands demands() {
    ImageDemands usual = ImageDemands.USUAL;
    return new ImageDemands(
        kind,
        expected,
        allowed.isEmpty() ? Optional.empty() : Optional.of(allowed),
        amount("size"),
        amount("layer"),
        amount("waste").orElse(usual.maxWaste()),
        usual.minEfficiency(),
        usual.maxBaseAge(),
        withBase);
  }

  private OptionalLong amount(String of) {
    return most.containsKey(of) ? OptionalLong.of(most.get(of)) : OptionalLong.empty();
  }

  private Surroundings surroundings() {
    return new Surroundings(
        target,
        kind,
        ignoreFile.map(text -> IgnoreFile.parse(Source.of(".dockerignore", text))),
        written,
        first,
        new Files(),
        injected,
        known);
  }

  /** The files that the page names. */
  private final class Files implements Tree {
    private final Map<String, Source> read = new HashMap<>();

    @Override
    public List<String> names(String directory) {
      Set<String> names = new TreeSet<>();
      String prefix = directory.isEmpty() ? "" : directory + "/";
      for (String file : files.keySet()) {
        if (file.startsWith(prefix)) {
          String rest = file.substring(prefix.length());
          int slash = rest.indexOf('/');
          names.add(slash < 0 ? rest : rest.substring(0, slash + 1));
        }
      }
      return List.copyOf(names);
    }

    @Override
    public long size(String path) {
      return sizes.getOrDefault(path, 0L);
    }

    @Override
    public Optional<Source> read(String path) {
      return Optional.ofNullable(files.get(path))
          .map(text -> read.computeIfAbsent(path, p -> Source.of(p, text)));
    }
  }
}
