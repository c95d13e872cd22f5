package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The elements of a POM with their places.
 *
 * @param project the start tag of {@code <project>}; the start of the file where there is none
 * @param elements those right below it, in order
 * @param deeper those inside of these, in the order in which they end
 */
public record PomOutline(Span project, List<Element> elements, List<Element> deeper) {
  /** The order that Maven's own documentation gives, as far as labels are concerned. */
  private static final List<String> ORDER =
      List.of(
          "modelVersion",
          "parent",
          "groupId",
          "artifactId",
          "version",
          "packaging",
          "name",
          "description",
          "url",
          "inceptionYear",
          "organization",
          "licenses",
          "developers",
          "contributors",
          "mailingLists",
          "prerequisites",
          "modules",
          "scm");

  /**
   * One of them.
   *
   * @param name without a prefix
   * @param span from start tag to end tag
   * @param place all of it where it is one line, else its end tag
   */
  public record Element(String name, Span span, Span place) {}

  /** Keeps copies. */
  public PomOutline {
    elements = List.copyOf(elements);
    deeper = List.copyOf(deeper);
  }

  /**
   * Looks through the tags of a POM that Maven has read; no entity and no DTD is ever looked at.
   *
   * <p>The JDK's own XML readers are of no use for this: past the first few thousand characters, or
   * with CRLF, their offsets are wrong.
   */
  public static PomOutline of(Source source) {
    Reading reading = new Reading(source);
    reading.read();
    return new PomOutline(reading.project, reading.elements, reading.deeper);
  }

  /** An element that is there. */
  public Optional<Element> find(String name) {
    return elements.stream().filter(element -> element.name.equals(name)).findFirst();
  }

  /** Where an element that is not there belongs: the place of the one that it comes behind. */
  public Span placeOf(String name) {
    int index = ORDER.indexOf(name);
    return elements.stream()
        .filter(e -> ORDER.contains(e.name) && (index < 0 || ORDER.indexOf(e.name) < index))
        .reduce((a, b) -> ORDER.indexOf(b.name) >= ORDER.indexOf(a.name) ? b : a)
        .map(Element::place)
        .orElse(project);
  }

  /** A POM while it is read. */
  private static final class Reading {
    private final Source source;
    private final String text;
    private final List<Element> elements = new ArrayList<>();
    private final List<Element> deeper = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private Span project = Span.at(0);

    Reading(Source source) {
      this.source = source;
      this.text = source.text();
    }

    void read() {
      int at = text.indexOf('<');
      while (at >= 0) {
        int end;
        if (text.startsWith("<!--", at)) {
          end = behind("-->", at + 4);
        } else if (text.startsWith("<![CDATA[", at)) {
          end = behind("]]>", at + 9);
        } else if (text.startsWith("<?", at)) {
          end = behind("?>", at + 2);
        } else if (text.startsWith("<!", at)) {
          end = behind(text.indexOf('[', at) < 0 ? ">" : "]>", at);
        } else {
          end = endOfTag(at);
          tag(new Span(at, end));
        }
        at = text.indexOf('<', end);
      }
    }

    private void tag(Span tag) {
      String inner = text.substring(tag.start() + 1, Math.max(tag.start() + 1, tag.end() - 1));
      boolean closes = inner.startsWith("/");
      if (!closes) {
        project = open.isEmpty() ? tag : project;
        open.push(tag.start());
      }
      if ((closes || inner.endsWith("/")) && !open.isEmpty()) {
        Span whole = new Span(open.pop(), tag.end());
        if (!open.isEmpty()) {
          (open.size() == 1 ? elements : deeper).add(element(whole, tag));
        }
      }
    }

    private String name(int from) {
      int end = from;
      while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String name = text.substring(from, end);
      return name.substring(name.indexOf(':') + 1);
    }

    private Element element(Span span, Span end) {
      boolean oneLine = source.lineAt(span.start()) == source.lineAt(span.end());
      return new Element(name(span.start() + 1), span, oneLine ? span : end);
    }

    /** Behind the {@code >} of a tag; one within quotes does not count. */
    private int endOfTag(int at) {
      char quote = 0;
      for (int i = at; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quote == 0 && c == '>') {
          return i + 1;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
      }
      return text.length();
    }

    private int behind(String mark, int from) {
      int found = text.indexOf(mark, from);
      return found < 0 ? text.length() : found + mark.length();
    }
  }
}
