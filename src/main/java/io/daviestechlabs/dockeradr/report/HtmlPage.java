package io.daviestechlabs.dockeradr.report;

/**
 * One HTML page in a file: no network, no script, good to read by day and by night, on paper and on
 * narrow screens.
 */
public final class HtmlPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1d2733;--paper:#fff;--line:#c9d2dc;--soft:#56657a;--panel:#f4f6f9;--run:#2f6fde;--cached:#2e8b57;--failed:#c7362f;--own:#8a95a5;--wait:#dfe4ea;--warn:#9a6700;--on:#fff}
      @media(prefers-color-scheme:dark){:root{--ink:#e4e9ef;--paper:#12181f;--line:#33404d;--soft:#9fadbd;--panel:#1a222c;--run:#5b93f5;--cached:#4cb07c;--failed:#f0716a;--own:#6f7c8d;--wait:#2b3642;--warn:#e3b341;--on:#0b1016}}
      *{box-sizing:border-box}
      body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:1.2rem auto;max-width:1240px;padding:0 .8rem}
      p,li,h1,h2{overflow-wrap:anywhere}h1{font-size:1.25rem}h2{font-size:1.05rem;margin-top:1.8rem}code,pre{font-family:ui-monospace,monospace;font-size:.92em}
      table{border-collapse:collapse;width:100%}td,th{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th{font-weight:600;color:var(--soft)}.s{white-space:nowrap}td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.soft{color:var(--soft)}
      @media(max-width:40rem){td,th{padding:.25rem .35rem}.wide{display:none}}
      @media print{body{max-width:none;margin:0}h2{break-after:avoid}tr{break-inside:avoid}}
      """;

  private final StringBuilder out = new StringBuilder();
  private String[] kinds = {};

  /**
   * @param title of the window
   * @param heading in HTML
   * @param style beside that of all pages
   */
  public HtmlPage(String title, String heading, String style) {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
        .append(text(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append(style)
        .append("</style></head><body>\n<h1>")
        .append(heading)
        .append("</h1>\n");
  }

  /** Text as it stands in an element or a quoted attribute, without control characters. */
  public static String text(String text) {
    return Html.escape(Printable.of(text));
  }

  /** Text in the letters of code. */
  public static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /** Adds HTML as it is. */
  public HtmlPage html(String html) {
    out.append(html);
    return this;
  }

  /** Begins a part of the page. */
  public HtmlPage part(String heading) {
    return html("<h2>" + text(heading) + "</h2>\n");
  }

  /**
   * Begins a table.
   *
   * @param columns their names, {@code #} before those of numbers, {@code .} before those of short
   *     words, {@code -} before those that narrow screens leave out
   */
  public HtmlPage table(String... columns) {
    out.append("<table><thead><tr>");
    kinds = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      String name = columns[i].replaceFirst("^[-#.]+", "");
      String marks = columns[i].substring(0, columns[i].length() - name.length());
      kinds[i] =
          (marks.contains("#") ? "n " : "")
              + (marks.contains(".") ? "s " : "")
              + (marks.contains("-") ? "wide" : "");
      out.append("<th scope=\"col\"" + kind(i) + ">").append(text(name)).append("</th>");
    }
    return html("</tr></thead><tbody>\n");
  }

  private String kind(int column) {
    return kinds[column].isBlank() ? "" : " class=\"" + kinds[column].strip() + "\"";
  }

  /** Adds a row of cells in HTML. */
  public HtmlPage row(String... cells) {
    out.append("<tr>");
    for (int i = 0; i < cells.length; i++) {
      out.append("<td" + kind(i) + ">").append(cells[i]).append("</td>");
    }
    return html("</tr>\n");
  }

  /** Ends a table. */
  public HtmlPage end() {
    return html("</tbody></table>\n");
  }

  /** The whole page. */
  public String whole() {
    return out + "</body></html>\n";
  }
}
