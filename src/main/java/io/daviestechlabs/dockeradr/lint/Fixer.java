package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies the fixes of a file's findings, and lints again, until nothing is left to apply.
 *
 * <p>No rule may find more afterwards than before. Fixes after which one does are taken back, each
 * alone; the others stay.
 */
public final class Fixer {
  private static final int ROUNDS = 10;

  /** From here on all that is left is taken back without looking for the culprit. */
  private static final int MOST_TAKEN_BACK = 20;

  private static final String PARSE_ERROR = "ADR0001";

  private final Source original;
  private final Function<Source, List<Finding>> lint;
  private final Set<Fix.Safety> safeties;
  private final List<Finding> before;
  private final List<Finding> kept = new ArrayList<>();
  private final List<TakenBack> takenBack = new ArrayList<>();

  private Fixer(Source original, Function<Source, List<Finding>> lint, Set<Fix.Safety> safeties) {
    this.original = original;
    this.lint = lint;
    this.safeties = safeties;
    this.before = lint.apply(original);
  }

  /**
   * A file after its fixes.
   *
   * @param source the file as it would be
   * @param applied findings whose fixes were applied, in order
   * @param takenBack findings whose fixes made it worse, a defect of ours
   * @param restless ids of rules whose fixes still had something to do after the last round; two
   *     rules that undo each other are a defect of ours
   */
  public record Fixed(
      Source source, List<Finding> applied, List<TakenBack> takenBack, Set<String> restless) {}

  /**
   * A fix that made the file worse.
   *
   * @param finding what was to be fixed
   * @param added ids of rules that found more after it
   */
  public record TakenBack(Finding finding, Set<String> added) {}

  /**
   * Fixes one file.
   *
   * @param source the file as it is
   * @param lint gives the findings of a version of the file; those in other files are not fixed
   * @param safeties which fixes may be applied
   */
  public static Fixed fix(
      Source source, Function<Source, List<Finding>> lint, Set<Fix.Safety> safeties) {
    return fix(source, lint, safeties, finding -> true);
  }

  /**
   * Fixes some of what is found in a file, and what those fixes bring with them.
   *
   * @param wanted which of the findings in the file as it is are fixed
   */
  public static Fixed fix(
      Source source,
      Function<Source, List<Finding>> lint,
      Set<Fix.Safety> safeties,
      Predicate<Finding> wanted) {
    return new Fixer(source, lint, safeties).run(wanted);
  }

  /**
   * The rules that find more in one list than in another; none where the file parses again. Infos
   * do not count: they say what could be done as well, now that something has been done.
   */
  public static Set<String> added(List<Finding> before, List<Finding> after) {
    Map<String, Long> had = count(before);
    Map<String, Long> has = count(after);
    if (has.getOrDefault(PARSE_ERROR, 0L) < had.getOrDefault(PARSE_ERROR, 0L)) {
      return Set.of();
    }
    return has.entrySet().stream()
        .filter(rule -> rule.getValue() > had.getOrDefault(rule.getKey(), 0L))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Long> count(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.severity().atLeast(Severity.WARNING))
        .collect(Collectors.groupingBy(f -> f.rule().id(), TreeMap::new, Collectors.counting()));
  }

  private Fixed run(Predicate<Finding> wanted) {
    List<Finding> chosen = before.stream().filter(f -> isFixable(f) && wanted.test(f)).toList();
    Fixed all = settle(chosen);
    if (added(before, lint.apply(all.source())).isEmpty()) {
      return all;
    }
    search(chosen);
    Fixed good = settle(kept);
    return new Fixed(good.source(), good.applied(), takenBack, good.restless());
  }

  /** Keeps of some fixes those after which nothing is worse. */
  private void search(List<Finding> group) {
    List<Finding> tried = new ArrayList<>(kept);
    tried.addAll(group);
    Set<String> added = added(before, lint.apply(settle(tried).source()));
    if (added.isEmpty()) {
      kept.addAll(group);
    } else if (group.size() == 1 || takenBack.size() >= MOST_TAKEN_BACK) {
      group.forEach(finding -> takenBack.add(new TakenBack(finding, added)));
    } else {
      search(group.subList(0, group.size() / 2));
      search(group.subList(group.size() / 2, group.size()));
    }
  }

  /** Applies the fixes of some findings, and of all that come with them. */
  private Fixed settle(List<Finding> allowed) {
    Set<Finding> free = new HashSet<>(allowed);
    Set<Place> barred =
        before.stream()
            .filter(f -> isFixable(f) && !free.contains(f))
            .map(Place::of)
            .collect(Collectors.toSet());
    List<Finding> applied = new ArrayList<>();
    Source current = original;
    List<Finding> findings = before;
    for (int round = 0; round < ROUNDS; round++) {
      List<Finding> chosen = choose(findings, barred);
      if (chosen.isEmpty()) {
        return new Fixed(current, applied, List.of(), Set.of());
      }
      applied.addAll(chosen);
      List<Edit> edits = chosen.stream().flatMap(f -> f.fix().get().edits().stream()).toList();
      current = current.with(Edit.apply(current.text(), edits));
      barred = moved(barred, edits);
      findings = lint.apply(current);
    }
    Set<String> restless =
        choose(findings, barred).stream()
            .map(f -> f.rule().id())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Fixed(current, applied, List.of(), restless);
  }

  /** Those that can be applied at once; the others get their turn in the next round. */
  private List<Finding> choose(List<Finding> findings, Set<Place> barred) {
    List<Finding> chosen = new ArrayList<>();
    TreeSet<Edit> taken = new TreeSet<>(Edit.ORDER);
    for (Finding finding : findings) {
      if (isFixable(finding) && !barred.contains(Place.of(finding))) {
        List<Edit> edits = finding.fix().get().edits();
        if (edits.stream().allMatch(edit -> isFree(edit, taken))) {
          taken.addAll(edits);
          chosen.add(finding);
        }
      }
    }
    return chosen;
  }

  private static boolean isFree(Edit edit, TreeSet<Edit> taken) {
    Edit below = taken.floor(edit);
    Edit above = taken.ceiling(edit);
    return (below == null || !edit.conflictsWith(below))
        && (above == null || !edit.conflictsWith(above));
  }

  private boolean isFixable(Finding finding) {
    return finding.source().name().equals(original.name())
        && finding
            .fix()
            .filter(fix -> safeties.contains(fix.safety()) && !fix.generatesIgnoreFile())
            .isPresent();
  }

  private static Set<Place> moved(Set<Place> places, List<Edit> edits) {
    return places.stream().flatMap(place -> place.moved(edits)).collect(Collectors.toSet());
  }

  /** Where a rule has a finding; the finding itself is another one after every edit. */
  private record Place(String rule, int offset) {
    static Place of(Finding finding) {
      return new Place(finding.rule().id(), finding.span().start());
    }

    /** Where it is after edits: in front of and behind what is inserted right at it. */
    Stream<Place> moved(List<Edit> edits) {
      int least = offset;
      int most = offset;
      for (Edit edit : edits) {
        int growth = edit.replacement().length() - edit.span().length();
        least += edit.span().end() <= offset && edit.span().start() < offset ? growth : 0;
        most += edit.span().end() <= offset ? growth : 0;
      }
      return Stream.of(new Place(rule, least), new Place(rule, most)).distinct();
    }
  }
}
