package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Comment;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The comments that suppress, in a linted file and in others that its findings point into, and
 * which of them did.
 *
 * <p>In a Dockerfile a comment is for the next instruction, or the one that it stands in. In other
 * files it is for the next line that is no comment, with the lines below that are indented deeper.
 */
final class Suppressions {
  private final Subject subject;
  private final Options options;
  private final Map<String, List<Suppression>> read = new HashMap<>();
  private final Set<Text> used = new HashSet<>();

  Suppressions(Subject subject, Options options) {
    this.subject = subject;
    this.options = options;
  }

  /** Those of the linted file, in order. */
  List<Suppression> own() {
    return in(subject.source());
  }

  /** Whether some finding is suppressed on account of a code. */
  boolean isUsed(Text code) {
    return used.contains(code);
  }

  /** A finding, with its suppression if it has one that is in force. */
  Finding apply(Finding finding) {
    if (finding.rule() instanceof SuppressionRule || options.isLocked(finding.rule())) {
      return finding;
    }
    List<Suppression> written = in(finding.source());
    if (written.isEmpty()) {
      return finding;
    }
    int line = finding.start().line();
    for (Suppression suppression : written) {
      if (suppression.covers(line) && !suppression.isOver(options.today())) {
        Optional<Text> code = suppression.naming(finding.rule());
        if (code.isPresent()) {
          used.add(code.get());
          return finding.suppressed(suppression);
        }
      }
    }
    return finding;
  }

  private List<Suppression> in(Source source) {
    return read.computeIfAbsent(source.name(), name -> read(source));
  }

  private List<Suppression> read(Source source) {
    if (!source.text().contains("ignore")) {
      return List.of();
    }
    return subject instanceof DockerfileSubject dockerfile && source == subject.source()
        ? read(dockerfile.file())
        : lines(source);
  }

  private static List<Suppression> read(Dockerfile file) {
    NavigableMap<Integer, Instruction> byLastLine = new TreeMap<>();
    file.instructions().forEach(it -> byLastLine.put(it.endLine(), it));
    int top =
        file.instructions().isEmpty() ? Integer.MAX_VALUE : file.instructions().get(0).startLine();
    List<Suppression> found = new ArrayList<>();
    for (Comment comment : file.comments()) {
      Integer last = byLastLine.ceilingKey(comment.line());
      int until = last == null ? comment.line() : last;
      boolean isTop = comment.line() < top;
      Suppression.of(file.source(), comment.line(), comment.text(), until, isTop)
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static List<Suppression> lines(Source source) {
    int[] lastLines = lastLines(source);
    List<Suppression> found = new ArrayList<>();
    boolean isTop = true;
    for (int line = 1; line <= source.lineCount(); line++) {
      Text text = Text.of(source, source.line(line)).strip();
      if (text.length() > 0 && text.charAt(0) == '#') {
        Suppression.of(source, line, text.from(1).strip(), lastLines[line], isTop)
            .ifPresent(found::add);
      } else if (text.length() > 0) {
        isTop = false;
      }
    }
    return List.copyOf(found);
  }

  /** For each line, the last one of what begins at it, or below it if it is a comment or blank. */
  private static int[] lastLines(Source source) {
    int count = source.lineCount();
    int[] last = new int[count + 1];
    int[] indents = new int[count + 1];
    Deque<Integer> open = new ArrayDeque<>();
    int content = 0;
    for (int line = 1; line <= count; line++) {
      String text = source.slice(source.line(line));
      String stripped = text.stripLeading();
      if (stripped.isEmpty() || stripped.startsWith("#")) {
        continue;
      }
      indents[line] = text.length() - stripped.length();
      while (!open.isEmpty() && indents[open.peek()] >= indents[line]) {
        last[open.pop()] = content;
      }
      open.push(line);
      content = line;
    }
    for (int line : open) {
      last[line] = content;
    }
    for (int line = count - 1; line >= 1; line--) {
      last[line] = last[line] == 0 ? last[line + 1] : last[line];
    }
    return last;
  }
}
