package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.LiveLines;
import io.daviestechlabs.dockeradr.report.Printable;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log as a console.
 *
 * <p>Colours and live output follow {@code -B}, {@code -l} and {@code -Dstyle.color} as Maven's own
 * output does, and {@code NO_COLOR}. They are decided here because no API for it is exported to
 * plugins by both Maven 3 and 4.
 */
final class MavenConsole implements Console {
  private static final int USUAL_WIDTH = 100;

  private final Log log;
  private final boolean terminal;
  private final String style;
  private int shown;

  MavenConsole(Log log, MavenSession session) {
    this.log = log;
    this.terminal =
        session.getRequest().isInteractiveMode()
            && System.console() != null
            && System.getenv("CI") == null
            // Lines that others write in between would be written over.
            && !session.isParallel();
    this.style = session.getUserProperties().getProperty("style.color", "auto");
  }

  @Override
  public void info(String line) {
    log.info(Printable.coloured(line));
  }

  @Override
  public void warn(String line) {
    log.warn(Printable.coloured(line));
  }

  @Override
  public void error(String line) {
    log.error(Printable.coloured(line));
  }

  @Override
  public boolean colours() {
    return switch (style) {
      case "always" -> true;
      case "never" -> false;
      default -> terminal && System.getenv("NO_COLOR") == null;
    };
  }

  @Override
  public boolean interactive() {
    return terminal && !style.equals("never") && log.isInfoEnabled();
  }

  @Override
  public void live(List<String> lines) {
    if (interactive()) {
      System.out.print(LiveLines.redraw(shown, lines));
      System.out.flush();
      shown = lines.size();
    }
  }

  @Override
  public int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,3}")
        ? Integer.parseInt(columns)
        : USUAL_WIDTH;
  }
}
