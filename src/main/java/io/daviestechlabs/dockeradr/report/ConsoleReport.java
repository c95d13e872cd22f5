package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.text.Position;
import java.util.ArrayList;
import java.util.List;

/** A finding as a person reads it: heading, place, source line with carets, what to do. */
public final class ConsoleReport {
  private ConsoleReport() {}

  /** The lines of one finding, without line ends. */
  public static List<String> lines(Finding finding, Ink ink) {
    List<String> lines = new ArrayList<>();
    String head = finding.severity().word() + "[" + finding.rule().id() + "]";
    lines.add(
        ink.heading(finding.severity(), head) + ink.strong(": " + Printable.of(finding.message())));
    Position at = finding.start();
    String name = Printable.of(finding.source().name());
    lines.add(ink.frame("  --> ") + name + ":" + at.line() + ":" + at.column());
    List<String> snippet = Snippet.lines(finding, ink);
    lines.addAll(snippet);
    String gutter = snippet.isEmpty() ? "   " : " ".repeat(String.valueOf(at.line()).length() + 2);
    finding
        .fix()
        .ifPresent(
            fix -> lines.add(gutter + ink.frame("= ") + "help: " + Printable.of(fix.title())));
    lines.add(gutter + ink.frame("= ") + advice(finding));
    return lines;
  }

  private static String advice(Finding finding) {
    List<String> parts = new ArrayList<>();
    finding.fix().ifPresent(fix -> parts.add("fix: " + command(fix.safety())));
    parts.add("why: mvn docker-adr:explain -Drule=" + finding.rule().id());
    parts.add(finding.rule().section());
    parts.add(finding.rule().meta().family().label());
    parts.removeIf(String::isEmpty);
    return String.join("   ·   ", parts);
  }

  private static String command(Fix.Safety safety) {
    return switch (safety) {
      case SAFE -> "mvn docker-adr:fix";
      case UNSAFE -> "mvn docker-adr:fix -Ddocker-adr.unsafe";
    };
  }
}
