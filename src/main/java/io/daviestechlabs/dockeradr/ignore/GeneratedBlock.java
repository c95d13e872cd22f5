package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;

/** The part of an ignore file between two marks, which the generator owns. */
final class GeneratedBlock {
  static final String BEGIN = "# >>> docker-adr";
  static final String END = "# <<< docker-adr";
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String NOTE =
      "# Written by mvn docker-adr:generate-dockerignore; own lines go outside of this block,"
          + " those below it have the last word.";

  private GeneratedBlock() {}

  /**
   * Puts new lines in the place of an old block, or in front of a file that has none. Whatever
   * stands outside stays as it is.
   *
   * @param lines what stands between the marks; no line is empty
   */
  static String replace(String existing, List<String> lines) {
    Source source = Source.of("", existing);
    String end = source.lineEnd();
    StringBuilder own = new StringBuilder(existing.length());
    int place = -1;
    for (int line = 1; line <= source.lineCount(); ) {
      if (isAt(source, line, BEGIN)) {
        own.append(line == 1 && existing.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "");
        place = place < 0 ? own.length() : place;
        line = behindBlock(source, line);
      } else {
        own.append(source.slice(source.lineWithEnd(line++)));
      }
    }
    StringBuilder block = new StringBuilder(BEGIN).append(end).append(NOTE).append(end);
    lines.forEach(line -> block.append(line).append(end));
    block.append(END).append(end);
    if (place < 0) {
      place = existing.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
      boolean apart =
          place < own.length() && own.charAt(place) != '\n' && own.charAt(place) != '\r';
      block.append(apart ? end : "");
    }
    return own.insert(place, block).toString();
  }

  // Where somebody has deleted the end mark, the block ends with the first empty line.
  private static int behindBlock(Source source, int begin) {
    int firstEmpty = 0;
    int line = begin + 1;
    for (; line <= source.lineCount() && !isAt(source, line, BEGIN); line++) {
      if (isAt(source, line, END)) {
        return line + 1;
      }
      if (firstEmpty == 0 && source.line(line).length() == 0) {
        firstEmpty = line;
      }
    }
    return firstEmpty == 0 ? line : firstEmpty;
  }

  private static boolean isAt(Source source, int line, String mark) {
    int start = source.lineStart(line);
    boolean marked = line == 1 && source.text().startsWith(BYTE_ORDER_MARK);
    return source.text().startsWith(mark, marked ? 1 : start);
  }
}
