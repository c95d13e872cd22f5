package io.daviestechlabs.dockeradr.trace;

import static io.daviestechlabs.dockeradr.report.HtmlPage.code;
import static io.daviestechlabs.dockeradr.report.HtmlPage.text;

import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.report.HtmlPage;
import io.daviestechlabs.dockeradr.text.Amount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How one image was built, as one HTML page; its size does not grow with the number of steps. */
public final class BuildPage {
  private static final int MOST_STEPS = 150;
  private static final int MOST_ROWS = 100;
  private static final int MOST_OUTPUT = 40;
  private static final int LONGEST = 300;
  private static final int LONG = 40;
  private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");
  private static final Pattern DIFF_ID = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final String NOTE = "<!--contents-->";
  private static final String END = "<!--end-->";
  private static final Duration WORTH_TELLING = Duration.ofMillis(100);

  private static final String STYLE =
      """
      .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(10rem,1fr));gap:.6rem;margin:1rem 0}
      .facts div{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem}
      .facts .long{grid-column:span 2}.facts dt{color:var(--soft);font-size:.85em}.facts dd{margin:0;overflow-wrap:anywhere}
      .head{font-size:1.05rem}.head b{color:var(--cached)}.head b.failed{color:var(--failed)}
      .hits{display:flex;height:.7rem;border-radius:4px;overflow:hidden;background:var(--run);max-width:30rem}.hits i{background:var(--cached)}
      .time{border:1px solid var(--line);border-radius:6px;padding:.3rem 0;background:linear-gradient(to right,var(--line) 1px,transparent 1px) 0 0/25% 100%}
      .lane{position:relative;height:1.5rem}.lane i{position:absolute;top:.15rem;height:1.2rem;border-radius:3px;min-width:2px;overflow:hidden;white-space:nowrap;font:normal 11px/1.2rem system-ui,sans-serif;color:var(--on);padding:0}
      .lane i.wait{background:var(--wait);height:.3rem;top:.6rem;border-radius:0}
      .run{background:var(--run)}.cached{background:var(--cached)}.failed{background:var(--failed)}.own{background:var(--own)}
      .head .failed{background:none}.lane i span{padding:0 .3rem}
      .axis,.key{display:flex;justify-content:space-between;color:var(--soft);font-size:.85em;margin:.2rem 0}.key{justify-content:flex-start;flex-wrap:wrap;gap:.2rem 1rem}
      .key i,.dot{display:inline-block;width:.7rem;height:.7rem;border-radius:2px;margin-right:.35rem}.key i.wait{background:var(--wait);height:.3rem;vertical-align:middle}
      .bar{display:block;height:.35rem;border-radius:2px;background:var(--run);margin-top:.2rem;min-width:1px}
      pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}
      .why td:last-child{width:45%}
      @media(max-width:40rem){.why thead{display:none}.why td,.why td:last-child{display:block;width:auto;border:0}.why tr{border-bottom:1px solid var(--line);display:block;padding:.3rem 0}}
      @media print{.lane i,.bar,.dot,.hits,.key i{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
      """;

  private final Account account;
  private final HtmlPage page;
  private final List<Step> instructions;

  private BuildPage(Account account) {
    this.account = account;
    this.page =
        new HtmlPage("Build of " + account.image(), "Build of " + code(account.image()), STYLE);
    this.instructions = new ArrayList<>();
    for (Step step : account.steps()) {
      if (step.isInstruction() && !step.isBase()) {
        instructions.add(step);
      }
    }
  }

  /** The whole page. */
  public static String of(Account account) {
    BuildPage page = new BuildPage(account);
    page.head();
    page.failure();
    page.facts();
    page.misses();
    page.warnings();
    page.timeline();
    page.steps();
    page.layers();
    page.labels();
    page.command();
    return page.page.whole();
  }

  private void head() {
    int cached = 0;
    for (Step step : instructions) {
      cached += step.cached() ? 1 : 0;
    }
    String end =
        account.error().isPresent() ? "<b class=\"failed\">Failed</b> after " : "<b>Built</b> in ";
    page.html("<p class=\"head\">" + end + Amount.time(account.time()));
    if (!instructions.isEmpty()) {
      long percent = 100L * cached / instructions.size();
      String said =
          cached + " of " + instructions.size() + " steps from the cache (" + percent + " %)";
      page.html(", " + said + "</p>\n<div class=\"hits\" role=\"img\" aria-label=\"" + said)
          .html("\"><i style=\"width:" + percent + "%\"></i></div>\n");
    } else {
      page.html("</p>\n");
    }
  }

  private void failure() {
    if (account.error().isPresent()) {
      for (String line : account.error().get().lines().toList()) {
        page.html("<p>" + text(line) + "</p>\n");
      }
    }
    for (Step step : account.steps()) {
      if (step.error().isPresent() && !step.output().isEmpty() && !step.isCacheImport()) {
        page.part("Last output of " + cut(step.name())).html("<pre>");
        List<String> lines = step.output();
        for (String line : lines.subList(Math.max(0, lines.size() - MOST_OUTPUT), lines.size())) {
          page.html(text(line) + "\n");
        }
        page.html("</pre>\n");
      }
    }
  }

  private void facts() {
    if (!account.facts().isEmpty()) {
      page.html("<dl class=\"facts\">\n");
      for (Map.Entry<String, String> fact : account.facts().entrySet()) {
        page.html(fact.getValue().length() > LONG ? "<div class=\"long\">" : "<div>")
            .html("<dt>" + text(fact.getKey()) + "</dt>")
            .html("<dd>" + text(fact.getValue()) + "</dd></div>\n");
      }
      page.html("</dl>\n");
    }
  }

  private void misses() {
    if (account.misses().isEmpty()) {
      return;
    }
    page.part("Why the first steps were not cached").html("<div class=\"why\">");
    page.table("step", "where", "why");
    for (Miss miss : shown(account.misses())) {
      page.row(
          code(cut(miss.text())),
          text(miss.line() > 0 ? account.dockerfile() + ":" + miss.line() : ""),
          "<b>" + text(miss.why()) + "</b>");
    }
    page.end().html("</div>\n").html(more(account.misses().size() - MOST_ROWS));
  }

  private void warnings() {
    if (account.warnings().isEmpty()) {
      return;
    }
    page.part("Warnings").html("<ul>\n");
    for (String warning : shown(account.warnings())) {
      page.html("<li>" + text(cut(warning)) + "</li>\n");
    }
    page.html("</ul>\n").html(more(account.warnings().size() - MOST_ROWS));
  }

  private void timeline() {
    Optional<Timeline> drawn = Timeline.of(account.steps());
    if (drawn.isEmpty()) {
      return;
    }
    Timeline timeline = drawn.get();
    page.part("Timeline")
        .html("<div class=\"time\" role=\"img\" aria-label=\"Steps along the time that the build")
        .html(" took; the table below has the same in words\">\n");
    for (int lane = 0; lane < timeline.lanes(); lane++) {
      page.html("<div class=\"lane\">");
      for (Timeline.Bar bar : timeline.bars()) {
        if (bar.lane() == lane) {
          bar(timeline, bar);
        }
      }
      page.html("</div>\n");
    }
    page.html("</div>\n<div class=\"axis\" aria-hidden=\"true\">");
    for (int quarter = 0; quarter <= 4; quarter++) {
      long nanos = timeline.length().toNanos() * quarter / 4;
      page.html("<span>" + Amount.time(Duration.ofNanos(nanos)) + "</span>");
    }
    page.html("</div>\n<p class=\"key\">")
        .html("<span><i class=\"run\"></i>run</span><span><i class=\"cached\"></i>cached</span>")
        .html("<span><i class=\"failed\"></i>failed</span><span><i class=\"own\"></i>BuildKit's")
        .html(" own work</span><span><i class=\"wait\"></i>waited</span></p>\n")
        .html(shorter(timeline.left()));
  }

  private void bar(Timeline timeline, Timeline.Bar bar) {
    double ready = timeline.percent(bar.ready());
    double from = timeline.percent(bar.from());
    double to = timeline.percent(bar.to());
    Step step = bar.step();
    if (from - ready > 0.5) {
      page.html(place("wait", ready, from - ready) + "\"></i>");
    }
    String title = step.name() + ", " + state(step) + ", " + Amount.time(step.duration());
    page.html(place(state(step), from, to - from)).html("\" title=\"" + text(cut(title)) + "\">");
    if (to - from > 3) {
      page.html("<span>" + text(cut(bare(step.name()))) + "</span>");
    }
    page.html("</i>");
  }

  /** A formatter takes longer to load than all of the page. */
  private static double hundredth(double number) {
    return Math.round(100 * number) / 100.0;
  }

  private static String place(String kind, double left, double width) {
    return "<i class=\""
        + kind
        + "\" style=\"left:"
        + hundredth(left)
        + "%;width:"
        + hundredth(width)
        + "%";
  }

  /** The longest steps, and the failed ones, in their own order. */
  private void steps() {
    List<Step> told = new ArrayList<>();
    for (Step step : account.steps()) {
      if (step.isInstruction()
          || step.error().isPresent()
          || step.duration().compareTo(WORTH_TELLING) >= 0) {
        told.add(step);
      }
    }
    if (told.isEmpty()) {
      return;
    }
    long[] weights = new long[told.size()];
    for (int i = 0; i < weights.length; i++) {
      Step step = told.get(i);
      weights[i] = step.error().isPresent() ? Long.MAX_VALUE : step.duration().toNanos();
    }
    List<Step> longest = Longest.of(told, weights, MOST_STEPS);
    page.part("Steps").table("step", ".state", "-#moved", "#time");
    for (Step step : longest) {
      page.row(
          code(cut(step.name())),
          "<i class=\"dot " + state(step) + "\"></i>" + words(step),
          (step.bytes() > 0 ? Amount.bytes(step.bytes()) : ""),
          (step.cached() ? "" : Amount.time(step.duration())));
    }
    page.end().html(shorter(told.size() - longest.size()));
  }

  private void layers() {
    if (account.layers().isEmpty()) {
      return;
    }
    long most = 1;
    for (Account.Layer layer : account.layers()) {
      most = Math.max(most, layer.size());
    }
    page.part("Layers, from the base up")
        .html(
            NOTE + "<p class=\"soft\">What weighs most in them is not known: a build does not read")
        .html(" them again. The goal verify does, and fills it in here.</p>\n" + END)
        .table("made by", ".kind", "#size");
    for (Account.Layer layer : shown(account.layers())) {
      double width = 100.0 * layer.size() / most;
      StringBuilder what = new StringBuilder(code(cut(layer.madeBy())));
      if (DIFF_ID.matcher(layer.diffId()).matches()) {
        what.append(place(layer.diffId()) + END);
      }
      what.append("<span class=\"bar\" style=\"width:" + hundredth(width) + "%\"></span>");
      page.row(what.toString(), text(layer.kind()), Amount.bytes(layer.size()));
    }
    page.end().html(more(account.layers().size() - MOST_ROWS));
  }

  /**
   * A page that was made before anybody had looked into the layers.
   *
   * @param heaviest what weighs most in each layer, each in a few words, by the layers' diff IDs
   */
  public static String filled(String html, Map<String, List<String>> heaviest) {
    String filled = html;
    boolean found = false;
    for (Map.Entry<String, List<String>> layer : heaviest.entrySet()) {
      StringBuilder lines = new StringBuilder();
      layer
          .getValue()
          .forEach(line -> lines.append("<br><span class=\"soft\">" + text(line) + "</span>"));
      String before = filled;
      filled = between(filled, place(layer.getKey()), lines.toString());
      found |= !filled.equals(before);
    }
    return found ? between(filled, NOTE, "") : html;
  }

  private static String between(String html, String start, String text) {
    int from = html.indexOf(start);
    int to = from < 0 ? -1 : html.indexOf(END, from);
    return to < 0 ? html : html.substring(0, from + start.length()) + text + html.substring(to);
  }

  private static String place(String diffId) {
    return "<!--" + diffId + "-->";
  }

  private void labels() {
    if (account.labels().isEmpty()) {
      return;
    }
    page.part("Labels").table("label", "value");
    for (Map.Entry<String, String> label : shown(account.labels().entrySet())) {
      page.row(code(label.getKey()), code(bounded(label.getValue())));
    }
    page.end().html(more(account.labels().size() - MOST_ROWS));
  }

  private void command() {
    if (!account.command().isEmpty()) {
      page.part("Command").html("<pre>" + text(account.command()) + "</pre>\n");
    }
  }

  private static String state(Step step) {
    if (step.error().isPresent()) {
      return "failed";
    }
    if (step.cached()) {
      return "cached";
    }
    return step.isInstruction() && !step.isBase() ? "run" : "own";
  }

  private static String words(Step step) {
    String state = state(step);
    if (step.started().isEmpty() && !step.cached() && step.error().isEmpty()) {
      return "not reached";
    }
    return state.equals("own") ? "done" : state;
  }

  /** The instruction alone. */
  private static String bare(String name) {
    int end = name.startsWith("[") ? name.indexOf("] ") : -1;
    return end < 0 ? name : name.substring(end + 2);
  }

  private static String cut(String text) {
    return bounded(DIGEST.matcher(text).replaceAll("$1…"));
  }

  private static String bounded(String shown) {
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "…";
  }

  private static <T> List<T> shown(Collection<T> rows) {
    return new ArrayList<>(rows).subList(0, Math.min(MOST_ROWS, rows.size()));
  }

  private static String shorter(int count) {
    return count > 0 ? "<p class=\"soft\">and " + count + " more that took less time</p>\n" : "";
  }

  private static String more(int count) {
    return count > 0 ? "<p class=\"soft\">and " + count + " more</p>\n" : "";
  }
}
