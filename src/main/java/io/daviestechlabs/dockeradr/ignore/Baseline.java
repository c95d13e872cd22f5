package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.ignore.IgnoreEntry.Demand;
import io.daviestechlabs.dockeradr.ignore.IgnoreGroup.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What every ignore file should keep out: the ADR's nine entries and those of the ecosystems.
 *
 * <p>Judged by what happens to sample paths, never by how the file spells it.
 */
public final class Baseline {
  /**
   * An entry that is not effective.
   *
   * @param entry how ADR-0014 or the ecosystem spells it
   * @param pattern the pattern that would make it effective
   * @param sample a path that would be sent and should not be
   */
  public record Missing(String entry, String pattern, String sample) {}

  private static final List<String> DEPTHS = List.of("", "dir", "one/two/three");
  private static final int MOST_HOMES = 50;

  private Baseline() {}

  /** The entries that a context of some ecosystems should have and the file has not. */
  public static List<Missing> missing(IgnoreFile file, Set<Ecosystem> ecosystems) {
    EnumSet<Ecosystem> copy = EnumSet.noneOf(Ecosystem.class);
    copy.addAll(ecosystems);
    return missing(
        file,
        new TreeFacts(copy, Collections.emptySortedSet(), Collections.emptySortedSet()),
        List.of());
  }

  /**
   * The same where the context is known: entries are tried beside each manifest too, and what COPY
   * names is not missed.
   *
   * @param sources the sources of COPY, ADD and bind mounts
   */
  public static List<Missing> missing(
      IgnoreFile file, TreeFacts facts, Collection<String> sources) {
    return missing(
        file,
        facts,
        sources,
        (group, entry) -> directories(group, entry, facts).stream().map(entry::sample));
  }

  /**
   * Those of the missing entries that make a difference: not effective even at the top of the
   * context, or beside a manifest, or not for something that is there and copied. An entry with
   * which a COPY would fail is none.
   *
   * @param sources the sources of COPY, ADD and bind mounts
   */
  public static List<Missing> slipping(
      IgnoreFile file, TreeFacts facts, Collection<String> sources) {
    List<CopySource> copies = sources.stream().map(CopySource::of).toList();
    List<List<String>> named = copies.stream().map(CopySource::instances).toList();
    return missing(
        file,
        facts,
        sources,
        (group, entry) -> {
          if (entry.demand() == Demand.NONE || isNeeded(entry, named)) {
            return Stream.empty();
          }
          return entry.demand() == Demand.EVERYWHERE
              ? Stream.concat(Stream.of(entry.sample()), there(entry, facts, copies))
              : directories(group, entry, facts).stream().map(entry::sample);
        });
  }

  /** Whether a COPY would fail with an entry: all that it names is kept out then. */
  private static boolean isNeeded(IgnoreEntry entry, List<List<String>> named) {
    return named.stream()
        .anyMatch(paths -> !paths.isEmpty() && paths.stream().allMatch(entry::keepsOut));
  }

  /** What an entry is meant for and COPY takes along with something else. */
  private static Stream<String> there(IgnoreEntry entry, TreeFacts facts, List<CopySource> copies) {
    boolean isDirectory = entry.name().endsWith("/");
    return (isDirectory ? facts.directories() : facts.files())
        .stream()
            .filter(entry.glob()::matches)
            .filter(path -> copies.stream().anyMatch(copy -> copy.isWhole() || copy.selects(path)))
            .map(path -> isDirectory ? path + "/in/it" : path);
  }

  private static List<Missing> missing(
      IgnoreFile file,
      TreeFacts facts,
      Collection<String> sources,
      BiFunction<IgnoreGroup, IgnoreEntry, Stream<String>> samples) {
    List<IgnoreGroup> groups = IgnoreGroup.of(facts.ecosystems());
    List<CopySource> content = sources.stream().map(CopySource::of).toList();
    List<IgnoreEntry> out =
        groups.stream()
            .filter(group -> group.tier() != Tier.CONTENT)
            .flatMap(group -> group.entries().stream())
            .toList();
    List<CopySource> whole = content.stream().filter(copy -> isOtherwiseOut(copy, out)).toList();
    List<Missing> missing = new ArrayList<>();
    for (IgnoreGroup group : groups) {
      List<CopySource> wanted = group.tier() == Tier.CONTENT ? content : whole;
      for (IgnoreEntry entry : group.entries()) {
        samples
            .apply(group, entry)
            .filter(file::sends)
            .filter(sample -> !isSelected(sample, wanted))
            .findFirst()
            .map(sample -> new Missing(shown(entry), entry.pattern(), sample))
            .filter(found -> !missing.contains(found))
            .ifPresent(missing::add);
      }
    }
    return missing;
  }

  private static boolean isSelected(String path, List<CopySource> copies) {
    int[] ends = IgnoreFile.withParents(path);
    return copies.stream().anyMatch(copy -> copy.selects(path, ends));
  }

  private static String shown(IgnoreEntry entry) {
    return entry.name().startsWith("/") ? entry.name().substring(1) : entry.name();
  }

  private static Set<String> directories(IgnoreGroup group, IgnoreEntry entry, TreeFacts facts) {
    Set<String> directories = new LinkedHashSet<>();
    if (entry.demand() == Demand.EVERYWHERE) {
      directories.addAll(DEPTHS);
      if (group.tier() == Tier.JUNK) {
        directories.addAll(homes(facts, Optional.of(Ecosystem.PYTHON)));
      }
    } else if (entry.demand() == Demand.HOME) {
      directories.add("");
      if (!entry.name().startsWith("/")) {
        directories.addAll(homes(facts, group.ecosystem()));
      }
    }
    return directories;
  }

  private static List<String> homes(TreeFacts facts, Optional<Ecosystem> ecosystem) {
    List<String> homes = ecosystem.map(facts::homes).orElse(List.of());
    return homes.subList(0, Math.min(homes.size(), MOST_HOMES));
  }

  /** Whether COPY names something that only comes in as a whole: {@code COPY .venv}. */
  private static boolean isOtherwiseOut(CopySource copy, List<IgnoreEntry> out) {
    for (String path : copy.instances()) {
      int[] ends = IgnoreFile.withParents(path);
      if (out.stream().anyMatch(entry -> entry.glob().matches(path, ends))) {
        return true;
      }
    }
    return false;
  }
}
