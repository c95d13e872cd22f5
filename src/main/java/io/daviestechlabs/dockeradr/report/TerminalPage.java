package io.daviestechlabs.dockeradr.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule's page as a terminal shows it: paragraphs wrapped, code indented, tables aligned. */
public final class TerminalPage {
  private static final String CODE = "    ";
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*]|\\d+\\.) ");
  private static final int LEAST_CELL = 16;

  private final List<String> source;
  private final int width;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();
  private int next;

  private TerminalPage(String markdown, int width, Ink ink) {
    this.source = markdown.lines().toList();
    this.width = width;
    this.ink = ink;
  }

  /**
   * The lines of a page, without line ends.
   *
   * @param markdown the page without its first heading
   * @param width columns; code may be wider
   */
  public static List<String> lines(String markdown, int width, Ink ink) {
    TerminalPage page = new TerminalPage(markdown, width, ink);
    while (page.next < page.source.size()) {
      page.block();
    }
    while (!page.lines.isEmpty() && page.lines.get(page.lines.size() - 1).isEmpty()) {
      page.lines.remove(page.lines.size() - 1);
    }
    return page.lines;
  }

  private void block() {
    String line = source.get(next);
    if (line.isBlank() || line.startsWith("<!--")) {
      next++;
    } else if (line.startsWith("```")) {
      code(line.substring(3).strip());
    } else if (line.startsWith("#")) {
      next++;
      lines.add(ink.strong(line.replaceFirst("^#+ *", "")));
      lines.add("");
    } else if (line.startsWith("|")) {
      table();
    } else {
      paragraph();
    }
  }

  private void code(String language) {
    int end = next + 1;
    while (end < source.size() && !source.get(end).startsWith("```")) {
      end++;
    }
    lines.add(ink.frame(label(language, end)));
    lines.add("");
    for (String code : source.subList(next + 1, end)) {
      lines.add(code.isEmpty() ? "" : CODE + code);
    }
    lines.add("");
    next = end + 1;
  }

  /** What a block is, which its fence and the block behind it say. */
  private String label(String language, int end) {
    return switch (language) {
      case "text" -> "what lint says:";
      case "diff" -> "what fix makes of it:";
      case "options" -> "with these settings:";
      case "dockerignore" -> "with this .dockerignore:";
      case "sh", "shell", "bash", "xml" -> "for example:";
      default -> isReported(end + 1) ? "reported:" : "fine:";
    };
  }

  private boolean isReported(int from) {
    int line = from;
    while (line < source.size() && source.get(line).isBlank()) {
      line++;
    }
    return line < source.size() && source.get(line).strip().equals("```text");
  }

  private void paragraph() {
    while (next < source.size() && isProse(source.get(next))) {
      String first = source.get(next++);
      StringBuilder text = new StringBuilder(first.strip());
      while (next < source.size()
          && isProse(source.get(next))
          && !ITEM.matcher(source.get(next)).lookingAt()) {
        text.append(' ').append(source.get(next++).strip());
      }
      Matcher item = ITEM.matcher(first);
      String indent = item.lookingAt() ? " ".repeat(item.end()) : "";
      String lead = indent.isEmpty() ? "" : first.substring(0, item.end());
      String rest = plain(text.substring(lead.strip().length()).strip());
      wrap(rest, width - indent.length())
          .forEach(line -> lines.add((line.first() ? lead : indent) + bold(line.text())));
    }
    lines.add("");
  }

  private static boolean isProse(String line) {
    return !line.isBlank()
        && !line.startsWith("```")
        && !line.startsWith("#")
        && !line.startsWith("|")
        && !line.startsWith("<!--");
  }

  private void table() {
    List<List<String>> rows = new ArrayList<>();
    while (next < source.size() && source.get(next).startsWith("|")) {
      String row = source.get(next++);
      if (!row.matches("\\|[-:| ]+")) {
        String cells = row.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        rows.add(
            List.of(cells.split("(?<!\\\\)\\|", -1)).stream()
                .map(cell -> plain(cell.strip().replace("\\|", "|")))
                .toList());
      }
    }
    table(rows, width, ink).forEach(lines::add);
    lines.add("");
  }

  /**
   * Rows with their columns aligned; the first row is the head. The last column is wrapped.
   *
   * @param width columns of all of it
   */
  public static List<String> table(List<List<String>> rows, int width, Ink ink) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int before = 0;
    for (int i = 0; i < columns - 1; i++) {
      before += widths[i] + 2;
    }
    List<String> out = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      StringBuilder start = new StringBuilder();
      List<String> row = rows.get(i);
      for (int j = 0; j < columns - 1; j++) {
        String cell = j < row.size() ? row.get(j) : "";
        start.append(cell).append(" ".repeat(widths[j] + 2 - cell.length()));
      }
      String last = row.size() == columns ? row.get(columns - 1) : "";
      String indent = " ".repeat(before);
      boolean head = i == 0;
      for (Line line : wrap(last, Math.max(LEAST_CELL, width - before))) {
        String text = ((line.first() ? start : indent) + line.text()).stripTrailing();
        out.add(head ? ink.strong(text) : text);
      }
    }
    return out;
  }

  /** A line of a wrapped text. */
  private record Line(String text, boolean first) {}

  private static List<Line> wrap(String text, int width) {
    List<Line> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" +")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        wrapped.add(new Line(line.toString(), wrapped.isEmpty()));
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    wrapped.add(new Line(line.toString(), wrapped.isEmpty()));
    return wrapped;
  }

  /** Links by their text, with the address where it leads out of the page's folder. */
  private static String plain(String text) {
    return LINK.matcher(text)
        .replaceAll(
            link ->
                Matcher.quoteReplacement(
                    link.group(2).contains("://")
                        ? link.group(1) + " (" + link.group(2) + ")"
                        : link.group(1)));
  }

  private String bold(String text) {
    return BOLD.matcher(text)
        .replaceAll(bold -> Matcher.quoteReplacement(ink.strong(bold.group(1))));
  }
}
