package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.ignore.ContextSurvey;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey.KeptOut;
import io.daviestechlabs.dockeradr.ignore.ContextTree;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a context holds, as one HTML page with a map of it; the page needs no network and no script.
 */
public final class ContextPage {
  private static final int TILES = 600;
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 700;

  /** Height of a directory's name above what is in it. */
  private static final double HEAD = 16;

  private static final String STYLE =
      """
      svg{width:100%;height:auto;border:1px solid var(--line);border-radius:4px}
      svg text{font:11px system-ui,sans-serif;fill:#10202f;pointer-events:none}
      svg .d{fill:none;stroke:var(--ink);stroke-opacity:.35}svg .d+text{fill:var(--ink)}
      svg .f{stroke:#fff;stroke-width:.6}svg .f:hover{stroke:#000;stroke-width:2}
      """;

  private final ContextSurvey survey;
  private final String context;
  private final String ignoreFile;
  private final StringBuilder out = new StringBuilder();

  private ContextPage(ContextSurvey survey, String context, String ignoreFile) {
    this.survey = survey;
    this.context = context;
    this.ignoreFile = ignoreFile;
  }

  /**
   * The whole page.
   *
   * @param context the context's name for people
   * @param ignoreFile name of the ignore file in force; empty where there is none
   */
  public static String of(ContextSurvey survey, String context, String ignoreFile) {
    ContextPage page = new ContextPage(survey, context, ignoreFile);
    page.head();
    page.map();
    page.files();
    page.patterns();
    page.secrets();
    return new HtmlPage(
            "Build context " + context, "Build context " + HtmlPage.code(context), STYLE)
        .html(page.out.toString())
        .whole();
  }

  private void head() {
    out.append("<p><b>")
        .append(ContextReport.load(survey.sent()))
        .append("</b> are sent, ")
        .append(ContextReport.load(survey.ignored()))
        .append(" are ignored <span class=\"soft\">(")
        .append(Html.escape(ignoreFile.isEmpty() ? "no ignore file" : ignoreFile))
        .append(")</span></p>\n");
  }

  private void map() {
    ContextTree top = survey.heaviest(TILES);
    if (top.load().bytes() == 0) {
      return;
    }
    out.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"Sizes of what is sent\">\n",
            WIDTH,
            HEIGHT));
    tiles(top, 0, 0, WIDTH, HEIGHT, 0);
    out.append("</svg>\n");
  }

  private void tiles(ContextTree node, double left, double top, double w, double h, int depth) {
    for (Treemap.Tile tile : Treemap.cut(withOthers(node), w, h)) {
      double x = left + tile.left();
      double y = top + tile.top();
      ContextTree inner = tile.node().unwrapped();
      boolean opened = inner.directory() && !inner.children().isEmpty();
      boolean roomy = opened && tile.height() > 2.5 * HEAD && tile.width() > 2.5 * HEAD;
      tile(inner, inner.nameIn(node), x, y, tile.width(), tile.height(), roomy ? -1 : depth);
      if (roomy) {
        tiles(inner, x + 2, y + HEAD, tile.width() - 4, tile.height() - HEAD - 2, depth + 1);
      }
    }
  }

  private void tile(
      ContextTree node, String name, double x, double y, double w, double h, int depth) {
    boolean frame = depth < 0;
    String fill =
        frame
            ? ""
            : String.format(
                Locale.ROOT,
                " fill=\"hsl(%d %d%% %d%%)\"",
                Math.floorMod(extension(node).hashCode() * 31, 360),
                extension(node).isEmpty() ? 8 : 45,
                78 - 4 * Math.min(depth, 6));
    out.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"%s><title>%s</title></rect>",
            frame ? "d" : "f",
            x,
            y,
            w,
            h,
            fill,
            Html.escape(node.path() + "\n" + ContextReport.load(node.load()))));
    int letters = (int) (w / 6.2) - 1;
    if (letters >= 4 && h >= 13) {
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
              x + 3,
              y + 12,
              Html.escape(cut(name + "  " + Amount.bytes(node.load().bytes()), letters))));
    }
    out.append('\n');
  }

  /** What is in a directory, with one more for all that is too light to be named. */
  private static List<ContextTree> withOthers(ContextTree node) {
    if (node.others().bytes() <= 0) {
      return node.children();
    }
    String path = node.path().isEmpty() ? "…" : node.path() + "/…";
    List<ContextTree> all = new ArrayList<>(node.children());
    all.add(new ContextTree(path, false, node.others(), List.of()));
    all.sort(Comparator.comparingLong(child -> -child.load().bytes()));
    return all;
  }

  private static String cut(String text, int letters) {
    return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
  }

  private static String extension(ContextTree node) {
    String name = node.path().substring(node.path().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return node.directory() || dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  private void files() {
    out.append("<h2>Heaviest files</h2>\n<table>");
    survey.heaviestFiles().stream()
        .limit(50)
        .forEach(
            file ->
                row(
                    Amount.bytes(file.bytes()),
                    "<code>" + Html.escape(Printable.of(file.path())) + "</code>"));
    out.append("</table>\n");
  }

  private void patterns() {
    List<KeptOut> kept = survey.keptOut();
    if (kept.isEmpty()) {
      return;
    }
    out.append("<h2>What is ignored, by the pattern that decides</h2>\n<table>");
    for (KeptOut one : kept) {
      String place = ignoreFile + ":" + one.by().line();
      row(
          ContextReport.load(one.load()),
          "<code>"
              + Html.escape(Printable.of(one.by().text()))
              + "</code> <span class=\"soft\">"
              + Html.escape(place)
              + "</span>");
    }
    out.append("</table>\n");
  }

  private void secrets() {
    if (!survey.secrets().isEmpty()) {
      out.append("<h2>Files that may hold secrets, and are sent</h2>\n<table>");
      survey
          .secrets()
          .forEach(
              secret ->
                  row(
                      Html.escape(secret.what()),
                      "<code>" + Html.escape(Printable.of(secret.path())) + "</code>"));
      out.append("</table>\n");
    }
  }

  private void row(String number, String what) {
    out.append("<tr><td class=\"n\">")
        .append(number)
        .append("</td><td>")
        .append(what)
        .append("</td></tr>\n");
  }
}
