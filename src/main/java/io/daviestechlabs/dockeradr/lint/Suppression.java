package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says what is not to be reported: {@code # docker-adr ignore=ADR0501 reason="batch
 * job" until=2027-01-31}, {@code # docker-adr file-ignore=…}, or hadolint's own.
 *
 * @param source the file that it is in
 * @param line number of its line, from 1
 * @param lastLine the last line that it is for; 0 where it is for none
 * @param origin whose comment it is
 * @param wholeFile whether it says so of the file
 * @param codes codes or names of rules
 * @param reason why; empty if it does not say
 * @param until the last day on which it counts; empty if it has no end
 */
public record Suppression(
    Source source,
    int line,
    int lastLine,
    Origin origin,
    boolean wholeFile,
    List<Text> codes,
    Optional<Text> reason,
    Optional<Text> until) {
  /** Whose comment it is. */
  public enum Origin {
    /** For all rules. */
    DOCKER_ADR,
    /** For hadolint's rules and ShellCheck's only. */
    HADOLINT
  }

  private static final Pattern OWN =
      Pattern.compile("docker-adr\\s+(file-)?ignore\\s*=\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*)(.*)");
  private static final Pattern HADOLINTS =
      Pattern.compile("hadolint\\s+(global\\s+)?ignore\\s*=\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*).*");
  private static final Pattern CODE = Pattern.compile("[\\w-]+");
  private static final Pattern SETTING =
      Pattern.compile("(?<=\\s)(reason|until)=(?:\"([^\"]*)\"|(\\S*))");

  /**
   * Reads a comment.
   *
   * @param text what follows {@code #}, without white space around it
   * @param lastLine the last line of what stands below it
   * @param isTop whether nothing but comments stands above it
   * @return empty if it is an ordinary comment
   */
  static Optional<Suppression> of(Source source, int line, Text text, int lastLine, boolean isTop) {
    Matcher own = OWN.matcher(text);
    if (own.matches()) {
      boolean wholeFile = own.group(1) != null;
      Text settings = text.subSequence(own.start(3), own.end(3));
      return Optional.of(
          new Suppression(
              source,
              line,
              wholeFile ? (isTop ? Integer.MAX_VALUE : 0) : lastLine,
              Origin.DOCKER_ADR,
              wholeFile,
              codes(text.subSequence(own.start(2), own.end(2))),
              setting(settings, "reason").filter(reason -> !reason.strip().is("")),
              setting(settings, "until")));
    }
    Matcher hadolint = HADOLINTS.matcher(text);
    if (hadolint.matches()) {
      boolean wholeFile = hadolint.group(1) != null;
      return Optional.of(
          new Suppression(
              source,
              line,
              wholeFile ? Integer.MAX_VALUE : lastLine,
              Origin.HADOLINT,
              wholeFile,
              codes(text.subSequence(hadolint.start(2), hadolint.end(2))),
              Optional.empty(),
              Optional.empty()));
    }
    return Optional.empty();
  }

  private static List<Text> codes(Text list) {
    List<Text> codes = new ArrayList<>();
    Matcher code = CODE.matcher(list);
    while (code.find()) {
      codes.add(list.subSequence(code.start(), code.end()));
    }
    return List.copyOf(codes);
  }

  private static Optional<Text> setting(Text settings, String name) {
    Matcher setting = SETTING.matcher(settings);
    while (setting.find()) {
      if (setting.group(1).equals(name)) {
        int group = setting.group(2) == null ? 3 : 2;
        return Optional.of(settings.subSequence(setting.start(group), setting.end(group)));
      }
    }
    return Optional.empty();
  }

  /** The comment, from the first character of its line that is no white space. */
  public Span span() {
    Span whole = source.line(line);
    int start = whole.start();
    while (start < whole.end() && source.text().charAt(start) != '#') {
      start++;
    }
    return new Span(start, whole.end());
  }

  /** The last day on which it counts; empty if it has none, or none that is a date. */
  public Optional<LocalDate> lastDay() {
    try {
      return until.map(text -> LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether its last day is over, or is no date. */
  public boolean isOver(LocalDate today) {
    return until.isPresent() && lastDay().filter(day -> !day.isBefore(today)).isEmpty();
  }

  /** The code by which it names a rule, wherever in the file that reports. */
  Optional<Text> naming(Rule rule) {
    if (origin == Origin.HADOLINT && !rule.id().matches("(DL|SC)\\d+")) {
      return Optional.empty();
    }
    return codes.stream().filter(code -> rule.isNamed(code.toString())).findFirst();
  }

  /** Whether it is for a line. */
  boolean covers(int reported) {
    return wholeFile ? lastLine > 0 : line <= reported && reported <= lastLine;
  }
}
