package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.python.Requirement.Specifier;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one requirement by the grammar of PEP 508. */
final class RequirementReader {
  private static final List<String> OPERATORS =
      List.of("===", "~=", "==", "!=", "<=", ">=", "<", ">");

  private static final List<String> ARCHIVES =
      List.of(".whl", ".zip", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar");

  private final Text text;
  private final String chars;
  private final List<String> extras = new ArrayList<>();
  private final List<Specifier> specifiers = new ArrayList<>();
  private int pos;
  private String fault;

  RequirementReader(Text text) {
    this.text = text;
    this.chars = text.toString();
  }

  Requirement read() {
    if (isDirect()) {
      return direct();
    }
    String name = name();
    if (name.isEmpty()) {
      fault = "no name";
      return requirement("", Optional.empty(), Optional.empty());
    }
    extras();
    blanks();
    Optional<Text> url = url();
    if (url.isEmpty()) {
      specifiers();
    }
    Optional<Text> marker = marker();
    if (fault == null && marker.isEmpty() && pos < chars.length()) {
      fault = "unexpected '" + chars.substring(pos) + "'";
    }
    return requirement(name, url, marker);
  }

  private Requirement requirement(String name, Optional<Text> url, Optional<Text> marker) {
    return new Requirement(
        text,
        name,
        List.copyOf(extras),
        List.copyOf(specifiers),
        url,
        marker,
        false,
        Optional.ofNullable(fault));
  }

  /** Whether it is a path or an address by itself. */
  private boolean isDirect() {
    int marker = chars.indexOf(';');
    String head = marker < 0 ? chars : chars.substring(0, marker).strip();
    int at = head.indexOf('@');
    int scheme = head.indexOf("://");
    boolean address = scheme > 0 && (at < 0 || scheme < at || isVersionControl(head));
    boolean path = head.startsWith(".") || head.startsWith("/") || head.startsWith("~/");
    boolean archive = at < 0 && isArchive(head);
    return address || path || archive || (at < 0 && head.startsWith("$") && head.contains("/"));
  }

  private static boolean isArchive(String head) {
    // Most requirements end in a version or a name, and so in what no ending of these has.
    if (head.isEmpty() || "lp2zr".indexOf(head.charAt(head.length() - 1)) < 0) {
      return false;
    }
    return ARCHIVES.stream().anyMatch(head::endsWith);
  }

  private static boolean isVersionControl(String head) {
    return head.startsWith("git+")
        || head.startsWith("hg+")
        || head.startsWith("svn+")
        || head.startsWith("bzr+");
  }

  private Requirement direct() {
    int egg = chars.indexOf("#egg=");
    String name = "";
    if (egg >= 0) {
      pos = egg + 5;
      name = name();
    }
    return requirement(name, Optional.of(text), Optional.empty());
  }

  private String name() {
    int start = pos;
    while (pos < chars.length() && isNamePart(chars.charAt(pos))) {
      pos++;
    }
    while (pos > start && !Character.isLetterOrDigit(chars.charAt(pos - 1))) {
      pos--;
    }
    boolean starts = pos > start && Character.isLetterOrDigit(chars.charAt(start));
    if (!starts) {
      pos = start;
    }
    return chars.substring(start, pos);
  }

  private static boolean isNamePart(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || c == '.' || c == '_' || c == '-';
  }

  private void extras() {
    blanks();
    if (!take("[")) {
      return;
    }
    blanks();
    while (pos < chars.length() && chars.charAt(pos) != ']') {
      String extra = name();
      if (extra.isEmpty()) {
        fault = "a bad extra";
        return;
      }
      extras.add(extra);
      blanks();
      if (!take(",")) {
        break;
      }
      blanks();
    }
    if (!take("]")) {
      fault = "']' is missing";
    }
  }

  private Optional<Text> url() {
    if (!take("@")) {
      return Optional.empty();
    }
    blanks();
    int start = pos;
    while (pos < chars.length() && !Character.isWhitespace(chars.charAt(pos))) {
      pos++;
    }
    if (start == pos) {
      fault = "no address behind '@'";
    }
    return Optional.of(text.subSequence(start, pos));
  }

  private void specifiers() {
    boolean bracket = take("(");
    blanks();
    while (fault == null && pos < chars.length() && "=<>!~".indexOf(chars.charAt(pos)) >= 0) {
      specifier();
      blanks();
      if (!take(",")) {
        break;
      }
      blanks();
    }
    if (bracket && !take(")") && fault == null) {
      fault = "')' is missing";
    }
  }

  private String operator() {
    for (String operator : OPERATORS) {
      if (chars.startsWith(operator, pos)) {
        return operator;
      }
    }
    return "";
  }

  private void specifier() {
    int start = pos;
    String operator = operator();
    if (operator.isEmpty()) {
      fault = "'" + chars.charAt(pos) + "' is no comparison";
      return;
    }
    pos += operator.length();
    blanks();
    int version = pos;
    while (pos < chars.length() && isVersionPart(chars.charAt(pos))) {
      pos++;
    }
    if (version == pos) {
      fault = "no version behind '" + operator + "'";
      return;
    }
    specifiers.add(new Specifier(operator, text.subSequence(version, pos), text.span(start, pos)));
  }

  private static boolean isVersionPart(char c) {
    return !Character.isWhitespace(c) && ",;()=<>~".indexOf(c) < 0;
  }

  private Optional<Text> marker() {
    blanks();
    if (!take(";")) {
      return Optional.empty();
    }
    Text marker = text.from(pos).strip();
    if (marker.length() == 0) {
      fault = "no marker behind ';'";
    }
    pos = chars.length();
    return Optional.of(marker);
  }

  private boolean take(String token) {
    boolean there = chars.startsWith(token, pos);
    pos += there ? token.length() : 0;
    return there;
  }

  private void blanks() {
    while (pos < chars.length() && Character.isWhitespace(chars.charAt(pos))) {
      pos++;
    }
  }
}
