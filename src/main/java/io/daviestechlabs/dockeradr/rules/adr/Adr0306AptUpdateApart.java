package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.BorrowedLists;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lists stay in the cache of the build while the mirrors go on. */
public final class Adr0306AptUpdateApart implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "apt install with lists that another RUN fetched")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Map<RunFacts, List<BorrowedLists>> byLender = new LinkedHashMap<>();
    for (BorrowedLists lists : BorrowedLists.in(pass.facts())) {
      byLender.computeIfAbsent(lists.lender(), lender -> new ArrayList<>()).add(lists);
    }
    byLender.values().forEach(all -> check(pass, all));
  }

  /** The first one's fix mends them all, for only then can the lender go. */
  private static void check(Pass pass, List<BorrowedLists> all) {
    List<Edit> edits = new ArrayList<>();
    Set<RunFacts> repaired = new HashSet<>();
    for (BorrowedLists lists : all) {
      lists
          .repair()
          .ifPresent(
              edit -> {
                edits.add(edit);
                repaired.add(lists.borrower());
              });
    }
    if (!edits.isEmpty()) {
      all.get(0).withoutLender(repaired).ifPresent(edits::add);
    }
    boolean isFirst = true;
    for (BorrowedLists lists : all) {
      boolean fixes = isFirst && repaired.contains(lists.borrower());
      report(
          pass, lists, fixes ? List.copyOf(edits) : lists.repair().map(List::of).orElse(List.of()));
      isFirst &= !fixes;
    }
  }

  private static void report(Pass pass, BorrowedLists lists, List<Edit> edits) {
    pass.report(
        lists.install().head(),
        "'" + lists.install().title() + "' with the lists of another RUN",
        "those of line "
            + pass.file().source().position(lists.update().head().start()).line()
            + " are cached and grow stale",
        edits.isEmpty()
            ? Optional.empty()
            : Optional.of(Fix.safe("fetch the lists in the same RUN", edits)));
  }
}
