package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.Fix.Safety;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.report.Ink;
import io.daviestechlabs.dockeradr.report.TerminalPage;
import io.daviestechlabs.dockeradr.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows a rule's page, or the table of all rules.
 *
 * @param rule whose page; empty for the table
 * @param options the present weights
 * @param console where it is shown
 */
public record Explain(Optional<Rule> rule, Options options, Console console) {
  private static final int WIDEST = 100;

  /** What Maven puts in front of each line. */
  private static final int PREFIX = "[INFO] ".length();

  /** Shows it. */
  public void run() {
    rule.map(this::page).orElseGet(this::table).forEach(console::info);
  }

  private List<String> page(Rule shown) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(ink().strong(shown.id() + " " + shown.name()));
    lines.addAll(TerminalPage.lines(shown.meta().summary(), width(), ink()));
    lines.add("");
    lines.addAll(TerminalPage.table(facts(shown), width(), Ink.NONE));
    lines.add("");
    String markdown = shown.page().lines().skip(1).reduce("", (a, b) -> a + "\n" + b);
    lines.addAll(TerminalPage.lines(markdown, width(), ink()));
    lines.add("");
    return lines;
  }

  private List<List<String>> facts(Rule shown) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("severity", weight(shown)));
    if (!shown.section().isEmpty()) {
      rows.add(List.of("decision", shown.section()));
    }
    rows.add(List.of("fix", shown.meta().fix().map(safety -> fix(shown, safety)).orElse("none")));
    if (options.isLocked(shown)) {
      return rows;
    }
    String off = "<severities><%1$s>off</%1$s></severities>".formatted(shown.id());
    if (shown.meta().family() == Family.IMAGE) {
      rows.add(List.of("suppress", off));
    } else {
      rows.add(
          List.of(
              "suppress",
              "# docker-adr ignore=%s reason=\"…\" in the line above".formatted(shown.id())));
      rows.add(List.of("", off));
    }
    return rows;
  }

  private static String fix(Rule rule, Safety safety) {
    String command = "mvn docker-adr:fix -Ddocker-adr.rules=" + rule.id();
    return switch (safety) {
      case SAFE -> "safe: " + command;
      case UNSAFE -> "can change behaviour: " + command + " -Ddocker-adr.unsafe";
    };
  }

  private List<String> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("code", "name", "severity", "fix", "reports"));
    for (Rule each : Rules.ALL) {
      rows.add(
          List.of(
              each.id(),
              each.name().equals(each.id()) ? "" : each.name(),
              weight(each),
              each.meta().fix().map(safety -> safety.name().toLowerCase(Locale.ROOT)).orElse(""),
              each.meta().summary()));
    }
    List<String> lines = new ArrayList<>(TerminalPage.table(rows, Integer.MAX_VALUE, ink()));
    lines.add("");
    lines.add("mvn docker-adr:explain -Drule=ADR0301 shows one of them");
    return lines;
  }

  /** The weight under the present settings, and the rule's own where it is another one. */
  private String weight(Rule weighed) {
    Severity present = options.severity(weighed);
    Severity own = weighed.meta().severity();
    String word = present == own ? own.word() : present.word() + " (by itself " + own.word() + ")";
    return options.isLocked(weighed) ? word + ", locked" : word;
  }

  private int width() {
    return Math.min(console.width(), WIDEST) - PREFIX;
  }

  private Ink ink() {
    return console.colours() ? Ink.ANSI : Ink.NONE;
  }
}
