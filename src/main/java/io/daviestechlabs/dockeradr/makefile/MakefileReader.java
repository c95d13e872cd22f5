package io.daviestechlabs.dockeradr.makefile;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a Makefile.
 *
 * <p>From "GNU make", 3.1 What Makefiles Contain and 5.1 Recipe Syntax.
 */
final class MakefileReader {
  private static final Set<String> CONDITIONS =
      Set.of("ifeq", "ifneq", "ifdef", "ifndef", "else", "endif");
  private static final Set<String> INCLUDES = Set.of("include", "-include", "sinclude");
  private static final Set<String> OTHER = Set.of("vpath", "undefine", "unexport", "load", "-load");
  private static final Pattern MODIFIERS = Pattern.compile("(?:(?:export|override|private)\\s+)*");

  /** A line that make computes; functions that only print make none. */
  private static final Pattern COMPUTED =
      Pattern.compile("\\s*\\$[({](?:eval|call|foreach|file|guile|if|or|and|let)\\b");

  private final Source source;
  private final List<MakeRule> rules = new ArrayList<>();
  private final List<MakeVariable> variables = new ArrayList<>();
  private List<Text> targets = List.of();
  private List<Text> recipe = new ArrayList<>();
  private final Set<String> exports = new HashSet<>();
  private boolean exportsAll;
  private boolean includes;
  private char prefix = '\t';

  MakefileReader(Source source) {
    this.source = source;
  }

  List<MakeRule> rules() {
    return rules;
  }

  /** With what {@code export} says elsewhere. */
  List<MakeVariable> variables() {
    return variables.stream()
        .map(v -> exportsAll || exports.contains(v.name().toString()) ? v.asExported() : v)
        .toList();
  }

  boolean includes() {
    return includes;
  }

  void read() {
    int definitions = 0;
    for (int line = 1; line <= source.lineCount(); ) {
      int last = lastOf(line);
      boolean isRecipe = !targets.isEmpty() && startsWithPrefix(line);
      if (definitions > 0 || !isRecipe) {
        Text whole = joined(line, last);
        String word = firstWord(whole);
        if (word.equals("endef")) {
          definitions = Math.max(0, definitions - 1);
        } else if (isDefinition(whole)) {
          definitions++;
        } else if (definitions == 0) {
          outside(whole, word);
        }
      } else {
        command(line, last);
      }
      line = last + 1;
    }
    endRule();
  }

  /** The last line of those that a backslash joins. */
  private int lastOf(int line) {
    int last = line;
    while (last < source.lineCount() && isContinued(source.line(last))) {
      last++;
    }
    return last;
  }

  private boolean isContinued(Span line) {
    int backslashes = 0;
    for (int i = line.end() - 1; i >= line.start() && source.text().charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private boolean startsWithPrefix(int line) {
    Span span = source.line(line);
    return span.length() > 0 && source.text().charAt(span.start()) == prefix;
  }

  /** Lines with a blank in the place of each backslash. */
  private Text joined(int first, int last) {
    Text.Builder out = new Text.Builder(source.lineStart(first));
    for (int line = first; line <= last; line++) {
      Span span = withoutMark(source.line(line));
      boolean goesOn = line < last;
      out.append(source, goesOn ? new Span(span.start(), span.end() - 1) : span);
      if (goesOn) {
        out.append(' ', span.end() - 1, span.end());
      }
    }
    return out.build();
  }

  /** Without the byte order mark at the start of the file. */
  private Span withoutMark(Span line) {
    boolean isMarked = line.start() == 0 && source.text().startsWith("\uFEFF");
    return isMarked ? new Span(1, Math.max(1, line.end())) : line;
  }

  private static String firstWord(Text line) {
    Text stripped = line.strip();
    int end = 0;
    while (end < stripped.length() && " \t(#".indexOf(stripped.charAt(end)) < 0) {
      end++;
    }
    return stripped.subSequence(0, end).toString();
  }

  private static boolean isDefinition(Text line) {
    String stripped = line.toString().strip();
    Matcher modifiers = MODIFIERS.matcher(stripped);
    return modifiers.lookingAt() && stripped.startsWith("define ", modifiers.end());
  }

  /** A line that is no command. */
  private void outside(Text line, String word) {
    if (word.isEmpty() || CONDITIONS.contains(word)) {
      return;
    }
    if (INCLUDES.contains(word)) {
      includes = true;
      return;
    }
    if (OTHER.contains(word)) {
      return;
    }
    includes |= COMPUTED.matcher(line).lookingAt();
    Statement statement = Statement.of(line);
    if (!statement.isRule()) {
      endRule();
      statement.variable().ifPresent(this::variable);
      statement.exports().forEach(name -> exports.add(name.toString()));
      exportsAll |= word.equals("export") && line.strip().length() == word.length();
    } else {
      endRule();
      targets = statement.targets();
      statement.command().ifPresent(this::addCommand);
    }
  }

  private void variable(MakeVariable variable) {
    variables.add(variable);
    if (variable.name().is(".RECIPEPREFIX")) {
      prefix = variable.value().length() == 0 ? '\t' : variable.value().charAt(0);
    }
  }

  private void endRule() {
    if (!targets.isEmpty()) {
      rules.add(new MakeRule(targets, recipe));
    }
    targets = List.of();
    recipe = new ArrayList<>();
  }

  private void command(int first, int last) {
    Text.Builder out = new Text.Builder(source.lineStart(first));
    for (int line = first; line <= last; line++) {
      Span span = line < last ? source.lineWithEnd(line) : source.line(line);
      int start = span.start() + (startsWithPrefix(line) ? 1 : 0);
      out.append(source, new Span(start, span.end()));
    }
    addCommand(out.build());
  }

  private void addCommand(Text command) {
    int start = 0;
    while (start < command.length() && " \t@-+".indexOf(command.charAt(start)) >= 0) {
      start++;
    }
    recipe.add(command.from(start));
  }
}
