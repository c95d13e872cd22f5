package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.ignore.ContextSurvey;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey.KeptOut;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey.Load;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey.Secret;
import io.daviestechlabs.dockeradr.ignore.ContextTree;
import io.daviestechlabs.dockeradr.ignore.IgnorePattern;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a context holds, as lines for a terminal that fit on one screen. */
public final class ContextReport {
  private static final int HEAVIEST = 20;
  private static final int PATTERNS = 10;
  private static final int SECRETS = 10;
  private static final int BAR = 20;

  private final ContextSurvey survey;
  private final String ignoreFile;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private ContextReport(ContextSurvey survey, String ignoreFile, Ink ink) {
    this.survey = survey;
    this.ignoreFile = ignoreFile;
    this.ink = ink;
  }

  /**
   * The lines, without line ends.
   *
   * @param ignoreFile name of the ignore file in force; empty where there is none
   */
  public static List<String> lines(ContextSurvey survey, String ignoreFile, Ink ink) {
    ContextReport report = new ContextReport(survey, ignoreFile, ink);
    report.totals();
    report.heaviest();
    report.keptOut();
    return report.lines;
  }

  /** {@code 1,204 files, 83.2 MB}. */
  public static String load(Load load) {
    return files(load.files()) + ", " + Amount.bytes(load.bytes());
  }

  private static String files(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "file" : "files");
  }

  /** What is sent and named like a secret, one sentence a file. */
  public static List<String> secrets(List<Secret> secrets) {
    List<String> lines = new ArrayList<>();
    secrets.stream()
        .limit(SECRETS)
        .forEach(
            s -> lines.add("'" + Printable.of(s.path()) + "' is sent: it may hold " + s.what()));
    if (secrets.size() > SECRETS) {
      lines.add((secrets.size() - SECRETS) + " more files that may hold secrets are sent");
    }
    return lines;
  }

  private void totals() {
    lines.add(ink.strong("sent   ") + "  " + load(survey.sent()));
    String by = ignoreFile.isEmpty() ? "no ignore file" : ignoreFile;
    lines.add(ink.strong("ignored") + "  " + load(survey.ignored()) + "  (" + by + ")");
  }

  private void heaviest() {
    ContextTree top = survey.heaviest(HEAVIEST);
    if (!top.children().isEmpty()) {
      lines.add("");
      lines.add(ink.strong("the heaviest of what is sent"));
      branch(top, "", top.load().bytes());
    }
  }

  private void branch(ContextTree node, String stem, long all) {
    List<ContextTree> children = node.children();
    Load others = node.others();
    for (int i = 0; i < children.size(); i++) {
      ContextTree child = children.get(i).unwrapped();
      boolean last = i == children.size() - 1 && others.files() == 0;
      row(child.load(), stem + (last ? "└─ " : "├─ ") + Printable.of(child.nameIn(node)), all);
      branch(child, stem + (last ? "   " : "│  "), all);
    }
    if (!children.isEmpty() && others.files() > 0) {
      row(others, stem + "└─ … " + files(others.files()), all);
    }
  }

  private void row(Load load, String name, long all) {
    long filled = all == 0 ? 0 : Math.round((double) BAR * load.bytes() / all);
    String bar = "█".repeat((int) filled) + "·".repeat((int) (BAR - filled));
    lines.add(
        String.format(Locale.ROOT, "%9s  ", Amount.bytes(load.bytes()))
            + ink.frame(bar)
            + "  "
            + name);
  }

  private void keptOut() {
    List<KeptOut> kept = survey.keptOut();
    if (!kept.isEmpty()) {
      lines.add("");
      lines.add(ink.strong("what is ignored, by the pattern that decides"));
      kept.stream().limit(PATTERNS).forEach(this::keptOut);
      if (kept.size() > PATTERNS) {
        lines.add("           " + (kept.size() - PATTERNS) + " more patterns");
      }
    }
    List<IgnorePattern> idle = survey.idle();
    if (!idle.isEmpty()) {
      String some =
          idle.stream()
              .limit(PATTERNS)
              .map(p -> Printable.of(p.text()))
              .collect(Collectors.joining("  "));
      lines.add("");
      lines.add(
          ink.strong(idle.size() == 1 ? "1 pattern keeps" : idle.size() + " patterns keep")
              + ink.strong(" nothing out here  ")
              + some
              + (idle.size() > PATTERNS ? "  …" : ""));
    }
  }

  private void keptOut(KeptOut kept) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%9s  %s  %s:%d  %s",
            Amount.bytes(kept.load().bytes()),
            files(kept.load().files()),
            ignoreFile,
            kept.by().line(),
            Printable.of(kept.by().text())));
  }
}
