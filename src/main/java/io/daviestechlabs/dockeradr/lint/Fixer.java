package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies the fixes of a file's findings, and lints again, until nothing is left to apply. */
public final class Fixer {
  private static final int ROUNDS = 10;

  private Fixer() {}

  /**
   * A file after its fixes.
   *
   * @param source the file as it would be
   * @param applied findings whose fixes were applied, in order
   * @param restless ids of rules whose fixes still had something to do after the last round; two
   *     rules that undo each other are a defect of ours
   */
  public record Fixed(Source source, List<Finding> applied, Set<String> restless) {}

  /**
   * Fixes one file.
   *
   * @param source the file as it is
   * @param lint gives the findings of a version of the file
   * @param wanted which fixes to apply
   */
  public static Fixed fix(
      Source source, Function<Source, List<Finding>> lint, Set<Fix.Safety> wanted) {
    List<Finding> applied = new ArrayList<>();
    Source current = source;
    for (int round = 0; round < ROUNDS; round++) {
      List<Finding> chosen = choose(lint.apply(current), current, wanted);
      if (chosen.isEmpty()) {
        return new Fixed(current, applied, Set.of());
      }
      applied.addAll(chosen);
      List<Edit> edits = chosen.stream().flatMap(f -> f.fix().get().edits().stream()).toList();
      current = Source.of(source.name(), Edit.apply(current.text(), edits));
    }
    Set<String> restless =
        choose(lint.apply(current), current, wanted).stream()
            .map(f -> f.rule().id())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Fixed(current, applied, restless);
  }

  /** Those that can be applied at once; the others get their turn in the next round. */
  private static List<Finding> choose(
      List<Finding> findings, Source source, Set<Fix.Safety> wanted) {
    List<Finding> chosen = new ArrayList<>();
    List<Edit> taken = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.source() != source
          || finding.fix().filter(fix -> isWanted(fix, wanted)).isEmpty()) {
        continue;
      }
      List<Edit> edits = finding.fix().get().edits();
      boolean free = edits.stream().noneMatch(e -> taken.stream().anyMatch(e::conflictsWith));
      if (free) {
        taken.addAll(edits);
        chosen.add(finding);
      }
    }
    return chosen;
  }

  private static boolean isWanted(Fix fix, Set<Fix.Safety> wanted) {
    return !fix.generatesIgnoreFile() && wanted.contains(fix.safety());
  }
}
