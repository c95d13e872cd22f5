package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Operator;
import io.daviestechlabs.dockeradr.shell.Pipeline;
import io.daviestechlabs.dockeradr.shell.Place;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.tools.AptGet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists of packages that one RUN fetches and another one installs with.
 *
 * @param facts of the file
 * @param lender the RUN that fetches them
 * @param update its call that does so
 * @param borrower the other one
 * @param install its first call that needs them
 * @param changes where the borrower's stage changes where packages come from
 */
public record BorrowedLists(
    Facts facts,
    RunFacts lender,
    AptGet update,
    RunFacts borrower,
    AptGet install,
    NavigableSet<Integer> changes) {
  /** Where a command may get another one before it. */
  private static final Set<Place.Role> OPEN =
      Set.of(
          Place.Role.SCRIPT,
          Place.Role.GROUP,
          Place.Role.SUBSHELL,
          Place.Role.BRANCH,
          Place.Role.DOCUMENT);

  /** All of a file, in order. */
  public static List<BorrowedLists> in(Facts facts) {
    List<BorrowedLists> found = new ArrayList<>();
    Map<Stage, NavigableSet<Integer>> changes = new IdentityHashMap<>();
    StageNotes<RunFacts> lenders = new StageNotes<>(facts.stages());
    for (RunFacts run : facts.runs()) {
      lenders
          .of(run.stage())
          .ifPresent(
              lender ->
                  AptGet.borrower(run.calls())
                      .map(
                          apt ->
                              new BorrowedLists(
                                  facts,
                                  lender,
                                  update(lender).get(),
                                  run,
                                  apt,
                                  changes.computeIfAbsent(run.stage(), s -> changes(facts, s))))
                      .ifPresent(found::add));
      update(run).ifPresent(apt -> lenders.put(run.stage(), run));
    }
    return found;
  }

  private static Optional<AptGet> update(RunFacts run) {
    return AptGet.in(run.calls()).stream().filter(AptGet::updates).findFirst();
  }

  /** Fetches them again in front of the installation; empty where that may do something else. */
  public Optional<Edit> repair() {
    Pipeline fetching = update.call().pipeline();
    Source source = facts.file().source();
    String command = source.slice(fetching.span());
    boolean isPlain =
        isOpen(update.call())
            && fetching.commands().size() == 1
            && update.call().redirects().isEmpty()
            && command.indexOf('\n') < 0
            && lender.run().command().isShellForm();
    return isPlain
            && isOpen(install.call())
            && borrower.run().command().isShellForm()
            && borrower.run().network().isEmpty()
            && lender.stage() == borrower.stage()
            && lender.account(update.call()).equals(borrower.account(install.call()))
            && hasSameSources()
        ? Optional.of(Edit.insert(install.call().pipeline().span().start(), command + " && "))
        : Optional.empty();
  }

  private static boolean isOpen(Call call) {
    return call.pipeline().prefixes().isEmpty()
        && call.chain().operators().stream().allMatch(o -> o.kind() == Operator.Kind.AND)
        && call.place().outwards().allMatch(place -> OPEN.contains(place.role()));
  }

  /** Whether nothing changes in between where packages come from. */
  private boolean hasSameSources() {
    Integer next = changes.ceiling(update.call().span().end());
    return next == null || next >= install.call().span().start();
  }

  private static NavigableSet<Integer> changes(Facts facts, Stage stage) {
    NavigableSet<Integer> changes = new TreeSet<>();
    stage
        .all(Transfer.class)
        .filter(AptSetting::brings)
        .forEach(transfer -> changes.add(transfer.span().start()));
    stage
        .all(Run.class)
        .flatMap(run -> facts.calls(run).stream())
        .filter(AptGet::mayChangeSources)
        .forEach(call -> changes.add(call.span().start()));
    return changes;
  }

  /**
   * Takes the RUN of the lender away, where it does nothing else and nobody else needs the lists.
   *
   * @param repaired the RUNs that have been given their own
   */
  public Optional<Edit> withoutLender(Set<RunFacts> repaired) {
    boolean isAlone =
        lender.calls().size() == 1
            && facts.scripts(lender.run()).stream().allMatch(Script::isOneCommand);
    boolean isNeeded =
        facts.runs().stream()
            .filter(run -> run != lender && !repaired.contains(run))
            .filter(run -> run.run().span().start() > lender.run().span().start())
            .filter(run -> facts.stages().chain(run.stage()).contains(lender.stage()))
            .anyMatch(BorrowedLists::mayNeedLists);
    return isAlone && !isNeeded && !lender.isTrigger()
        ? Optional.of(Edit.delete(lines()))
        : Optional.empty();
  }

  /**
   * Those of the lender, with a blank one behind it that nothing but a blank or comment precedes.
   */
  private Span lines() {
    Source source = facts.file().source();
    int first = lender.run().startLine();
    int last = lender.run().endLine();
    boolean isApart = isBlank(first - 1) || !lender.run().comments().isEmpty();
    boolean takesNext = isApart && last < source.lineCount() && isBlank(last + 1);
    return source.lineWithEnd(first).to(source.lineWithEnd(takesNext ? last + 1 : last));
  }

  private boolean isBlank(int line) {
    return facts.file().source().slice(facts.file().source().line(line)).isBlank();
  }

  private static boolean mayNeedLists(RunFacts run) {
    for (Call call : run.calls()) {
      if (AptGet.of(call).filter(AptGet::updates).isPresent() && !call.isConditional()) {
        return false;
      }
      if (AptGet.mayUpdate(call) || call.name().startsWith("apt")) {
        return true;
      }
    }
    return false;
  }
}
