package io.daviestechlabs.dockeradr.workflow;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Finds the characters of YAML scalars in the file; the library counts in code points. */
final class YamlText {
  private final Source source;
  private final boolean plain;

  YamlText(Source source) {
    this.source = source;
    String text = source.text();
    this.plain = text.codePointCount(0, text.length()) == text.length() && !bom(text);
  }

  int offset(Mark mark) {
    String text = source.text();
    int index = mark.getIndex();
    if (plain) {
      return Math.min(index, text.length());
    }
    int skip = bom(text) ? 1 : 0;
    int points = text.codePointCount(skip, text.length());
    return text.offsetByCodePoints(skip, Math.min(index, points));
  }

  Value value(ScalarNode node) {
    Span span = new Span(offset(node.getStartMark()), offset(node.getEndMark()));
    return new Value(span, isBlock(node) ? blockLines(span, node) : List.of(inline(span, node)));
  }

  private static boolean isBlock(ScalarNode node) {
    return node.getScalarStyle() == ScalarStyle.LITERAL
        || node.getScalarStyle() == ScalarStyle.FOLDED;
  }

  /** The characters between the quotes; where escapes were resolved, all point at the scalar. */
  private Text inline(Span span, ScalarNode node) {
    boolean quoted = node.getScalarStyle() != ScalarStyle.PLAIN;
    Span inner = quoted && span.length() >= 2 ? new Span(span.start() + 1, span.end() - 1) : span;
    Text raw = Text.of(source, inner);
    if (raw.is(node.getValue())) {
      return raw;
    }
    Text.Builder out = new Text.Builder(span.start());
    node.getValue().chars().forEach(c -> out.append((char) c, span));
    return out.build();
  }

  /** Lines below the header, without the indentation that they share, folded where YAML folds. */
  private List<Text> blockLines(Span span, ScalarNode node) {
    List<Text> lines = new ArrayList<>();
    int first = source.lineAt(span.start()) + 1;
    int indent = Integer.MAX_VALUE;
    for (int line = first; line <= source.lineCount(); line++) {
      Span whole = source.line(line);
      if (whole.start() >= span.end()) {
        break;
      }
      Text text = Text.of(source, whole);
      lines.add(text);
      int lead = leadingSpaces(text);
      indent = lead < text.length() ? Math.min(indent, lead) : indent;
    }
    int cut = indent;
    lines.replaceAll(text -> text.from(Math.min(cut, text.length())));
    return node.getScalarStyle() == ScalarStyle.FOLDED ? folded(lines) : List.copyOf(lines);
  }

  /** Makes one line of those that follow one another with the same indentation. */
  private static List<Text> folded(List<Text> lines) {
    List<Text> folded = new ArrayList<>();
    List<Text> open = new ArrayList<>();
    for (Text line : lines) {
      boolean isMore = line.length() > 0 && Character.isWhitespace(line.charAt(0));
      if (line.isEmpty() || isMore) {
        close(open, folded);
        folded.add(line);
      } else {
        open.add(line);
      }
    }
    close(open, folded);
    return List.copyOf(folded);
  }

  private static void close(List<Text> open, List<Text> folded) {
    if (!open.isEmpty()) {
      Text.Builder joined = new Text.Builder(open.get(0).span().start());
      int end = -1;
      for (Text line : open) {
        if (end >= 0) {
          joined.append(' ', end, line.span().start());
        }
        joined.append(line);
        end = line.span().end();
      }
      folded.add(joined.build());
      open.clear();
    }
  }

  private static int leadingSpaces(Text text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static boolean bom(String text) {
    return text.startsWith("\uFEFF");
  }
}
