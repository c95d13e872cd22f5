package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.ignore.IgnoreGroup.Tier;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes the ignore file that ADR-0014 wants, without taking from a build what it copies.
 *
 * <p>The generated part stands between two marks. In it, what keeps files out is ordered by what
 * brings them back: first content, then build output, then caches and secrets; after each come the
 * exceptions for sources that it would keep out.
 */
public final class IgnoreGenerator {
  /**
   * A new ignore file.
   *
   * @param text all of it
   * @param unreachable the sources that lines outside of the generated part keep out
   * @param missing what is not kept out because lines outside of the generated part bring it back
   */
  public record Generated(
      String text, List<Unreachable> unreachable, List<Baseline.Missing> missing) {}

  /**
   * A source that does not reach the build.
   *
   * @param source as it was given
   * @param by the pattern that keeps it out
   */
  public record Unreachable(String source, IgnorePattern by) {}

  /** How the file is put. */
  public enum Style {
    /** Everything is sent but what is named. */
    DENY,
    /** Nothing is sent but what the Dockerfiles copy. */
    ALLOW
  }

  /**
   * What a file is generated from.
   *
   * @param facts what the context holds
   * @param existing the present file, or empty text
   * @param sources what COPY, ADD and bind mounts take from the context, globs included, with
   *     variables that have no known value replaced by a star
   * @param gitIgnores each {@code .gitignore} by the directory that it lies in, empty for the
   *     context itself
   * @param style how the file is put
   */
  public record Order(
      TreeFacts facts,
      String existing,
      Collection<String> sources,
      Map<String, Source> gitIgnores,
      Style style) {
    /** Without git, and everything is sent but what is named. */
    public static Order of(TreeFacts facts, String existing, Collection<String> sources) {
      return new Order(facts, existing, sources, Map.of(), Style.DENY);
    }
  }

  private static final String NEEDED = "needed by COPY, ADD or a bind mount";

  /** Where {@link Ecosystem#hasSourceTree} has its sources. */
  private static final String SRC = "src";

  private static final Pattern FILES_WITHOUT_DOT =
      Pattern.compile("mvnw|gradlew|[A-Z]+|[A-Z][a-z]+file");

  /** From here on one pattern for all of them is easier to read. */
  private static final int MANY_MODULES = 12;

  private final TreeFacts facts;
  private final Map<String, Source> gitIgnores;
  private final List<CopySource> copies;
  private final List<String> lines = new ArrayList<>();
  private final List<String> patterns = new ArrayList<>();

  private IgnoreGenerator(Order order, List<CopySource> copies) {
    this.facts = order.facts;
    this.gitIgnores = order.gitIgnores;
    this.copies = copies;
  }

  /** Writes or renews an ignore file; a second run with the same input changes nothing. */
  public static Generated generate(Order order) {
    List<String> usable =
        order.sources.stream().filter(IgnoreGenerator::isUsable).distinct().toList();
    List<CopySource> copies =
        usable.stream().map(CopySource::of).filter(copy -> !copy.isWhole()).distinct().toList();
    IgnoreGenerator generator = new IgnoreGenerator(order, copies);
    if (order.style == Style.ALLOW) {
      generator.writeAllowed();
    } else {
      generator.write();
    }
    String text = GeneratedBlock.replace(order.existing, generator.lines);
    IgnoreFile file = IgnoreFile.parse(Source.of(".dockerignore", text));
    List<Unreachable> unreachable = new ArrayList<>();
    for (String source : usable) {
      CopySources.unreachable(source, file)
          .ifPresent(by -> unreachable.add(new Unreachable(source, by)));
    }
    return new Generated(
        text, List.copyOf(unreachable), Baseline.missing(file, order.facts, usable));
  }

  /** Whether a source is the whole context. */
  public static boolean isWhole(String source) {
    return CopySource.of(source).isWhole();
  }

  // A broken glob would break the file, and so would a line that is too long.
  private static boolean isUsable(String source) {
    CopySource copy = CopySource.of(source);
    return !source.contains("://")
        && copy.path().length() <= IgnoreFile.LONGEST_PATH
        && GoPath.isWritable(copy.path())
        && (copy.isWhole() || copy.glob().isPresent());
  }

  private void write() {
    writeGroups(Tier.CONTENT);
    Set<String> trees = sourceTrees();
    IgnoreFile content = soFar();
    IgnoreFile later = laterTiers();
    except(
        NEEDED,
        copies.stream()
            .filter(copy -> isSent(copy, later))
            .flatMap(copy -> contentExceptions(copy, content, trees).stream())
            .toList());
    writeGitIgnores();
    if (writeGroups(Tier.OUTPUT)) {
      except("sources are no build output", trees.stream().map(tree -> tree + "/**").toList());
      add("but for modules in between", outputIn(trees));
    }
    IgnoreFile output = soFar();
    except(
        NEEDED,
        copies.stream().filter(copy -> !isSent(copy, output)).map(CopySource::path).toList());
    writeGroups(Tier.JUNK);
    except(NEEDED, junkExceptions(soFar()));
  }

  /** What is copied, and of that not what never belongs into an image. */
  private void writeAllowed() {
    add("nothing is sent but what the Dockerfiles copy", List.of("*"));
    except(NEEDED, copies.stream().map(CopySource::path).sorted().toList());
    writeGitIgnores();
    IgnoreFile git = soFar();
    except(
        NEEDED, copies.stream().filter(copy -> !isSent(copy, git)).map(CopySource::path).toList());
    writeGroups(Tier.JUNK);
    except(NEEDED, junkExceptions(soFar()));
  }

  private void writeGitIgnores() {
    Set<String> inGroups = new HashSet<>();
    IgnoreGroup.written(facts.ecosystems())
        .forEach(group -> group.entries().forEach(entry -> inGroups.add(entry.pattern())));
    add(
        "ignored by git, and no name of what a build makes",
        gitIgnores.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(file -> GitIgnore.patterns(file.getKey(), file.getValue()).stream())
            .filter(pattern -> !inGroups.contains(pattern))
            .distinct()
            .toList());
  }

  private boolean writeGroups(Tier tier) {
    List<IgnoreGroup> groups =
        IgnoreGroup.written(facts.ecosystems()).stream()
            .filter(group -> group.tier() == tier)
            .toList();
    for (IgnoreGroup group : groups) {
      List<String> fresh =
          group.entries().stream()
              .map(IgnoreEntry::pattern)
              .distinct()
              .filter(pattern -> !patterns.contains(pattern))
              .toList();
      add(group.title(), fresh);
    }
    return !groups.isEmpty();
  }

  private void except(String why, List<String> paths) {
    add(why, paths.stream().distinct().map(path -> "!" + path).toList());
  }

  private void add(String comment, List<String> added) {
    if (!added.isEmpty()) {
      lines.add("# " + comment);
      lines.addAll(added);
      patterns.addAll(added);
    }
  }

  private IgnoreFile soFar() {
    return IgnoreFile.parse(Source.of("", String.join("\n", patterns)));
  }

  private IgnoreFile laterTiers() {
    return IgnoreFile.of(
        IgnoreGroup.written(facts.ecosystems()).stream()
            .filter(group -> group.tier() != Tier.CONTENT)
            .flatMap(group -> group.entries().stream())
            .map(IgnoreEntry::pattern)
            .toList());
  }

  private static boolean isSent(CopySource copy, IgnoreFile file) {
    return copy.instances().stream()
        .allMatch(path -> file.sends(path) && !file.match(path).ignored());
  }

  /** Directories whose files are sources, even where their names are those of build output. */
  private Set<String> sourceTrees() {
    Set<String> trees = new TreeSet<>();
    for (Ecosystem ecosystem : facts.ecosystems()) {
      if (ecosystem.hasSourceTree()) {
        List<String> homes = facts.homes(ecosystem);
        for (String home : homes) {
          String tree = home.isEmpty() ? SRC : home + "/" + SRC;
          if (facts.directories().contains(tree)) {
            trees.add(GoPath.quote(tree));
          }
        }
        copies.stream()
            .filter(copy -> ("/" + copy.path() + "/").contains("/" + SRC + "/"))
            .filter(copy -> mayBeDirectory(copy) && homes.stream().noneMatch(copy::selects))
            .forEach(copy -> trees.add(copy.path()));
      }
    }
    trees.removeIf(tree -> isBelowAny(tree, trees));
    return trees.size() < MANY_MODULES ? trees : Set.of("**/" + SRC);
  }

  /** The output of modules that lie in the source tree of a module of another kind. */
  private List<String> outputIn(Set<String> trees) {
    List<CopySource> inTrees = trees.stream().map(CopySource::of).toList();
    Set<String> output = new TreeSet<>();
    for (IgnoreGroup group : IgnoreGroup.written(facts.ecosystems())) {
      if (group.tier() == Tier.OUTPUT) {
        facts.homes(group.ecosystem().orElseThrow()).stream()
            .filter(home -> inTrees.stream().anyMatch(tree -> tree.selects(home)))
            .forEach(home -> group.entries().forEach(entry -> output.add(entry.in(home))));
      }
    }
    return List.copyOf(output);
  }

  private static boolean isBelowAny(String path, Set<String> directories) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (directories.contains(path.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> contentExceptions(CopySource copy, IgnoreFile file, Set<String> trees) {
    Set<String> exceptions = new LinkedHashSet<>();
    if (!isSent(copy, file) || mayNameContent(copy)) {
      exceptions.add(copy.path());
    }
    boolean covered = trees.contains(copy.path()) || isBelowAny(copy.path(), trees);
    if (!covered && mayBeDirectory(copy)) {
      exceptions.add(copy.path() + "/**");
    }
    return exceptions;
  }

  /** Whether a glob, such as {@code README*}, and an entry can name the same file. */
  private boolean mayNameContent(CopySource copy) {
    String name = copy.path().substring(copy.path().lastIndexOf('/') + 1);
    return copy.isGlob()
        && IgnoreGroup.written(facts.ecosystems()).stream()
            .filter(group -> group.tier() == Tier.CONTENT)
            .flatMap(group -> group.entries().stream())
            .anyMatch(entry -> WildcardPair.overlap(name, entry.name()));
  }

  // By the name alone where a path is plain: what a build has left behind on one machine must not
  // make the file another one there.
  private boolean mayBeDirectory(CopySource copy) {
    if (copy.contents()) {
      return true;
    }
    if (copy.isGlob()) {
      return facts.directories().stream()
          .anyMatch(directory -> copy.glob().orElseThrow().matches(directory));
    }
    String name = copy.path().substring(copy.path().lastIndexOf('/') + 1);
    return facts.directories().contains(copy.path())
        || (name.indexOf('.') < 0 && !FILES_WITHOUT_DOT.matcher(name).matches());
  }

  private List<String> junkExceptions(IgnoreFile file) {
    List<String> exceptions = new ArrayList<>();
    for (CopySource copy : copies) {
      if (!isSent(copy, file)) {
        exceptions.add(copy.path());
      } else if (holdsOnlySecrets(copy)) {
        exceptions.add(copy.path() + "/**");
      }
    }
    return exceptions;
  }

  /** Whether COPY names a directory, such as {@code certs}, for the very files kept out. */
  private boolean holdsOnlySecrets(CopySource copy) {
    // '0' is the character behind the slash.
    Set<String> inside = facts.files().subSet(copy.path() + "/", copy.path() + "0");
    return !inside.isEmpty()
        && inside.stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .allMatch(name -> SecretFiles.of(name).isPresent());
  }
}
