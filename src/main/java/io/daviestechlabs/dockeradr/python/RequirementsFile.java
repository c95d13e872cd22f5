package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a requirements file as pip's documentation describes it. */
final class RequirementsFile {
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#");
  private static final Pattern REFERENCE =
      Pattern.compile("(-r|-c|--requirement|--constraint)(?:\\s*=\\s*|\\s+|(?<=^-[rc]))(\\S+).*");

  private final Source source;
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<String> included = new ArrayList<>();
  private final List<String> constraints = new ArrayList<>();
  private boolean hashed;

  private RequirementsFile(Source source) {
    this.source = source;
  }

  static DependencyFile parse(Source source) {
    RequirementsFile file = new RequirementsFile(source);
    for (int line = 1; line <= source.lineCount(); ) {
      line = file.read(line);
    }
    // one hash is enough for pip to ask one of everything
    return DependencyFile.plain(
        source, file.hashed ? List.of() : file.dependencies, file.included, file.constraints);
  }

  /** Reads a line with those that it goes on in; the number of the next one. */
  private int read(int first) {
    int line = first;
    Text.Builder joined = new Text.Builder(source.lineStart(first));
    while (line <= source.lineCount()) {
      Span span = source.line(line++);
      String text = source.slice(span);
      if (!text.endsWith("\\") || COMMENT.matcher(text).find()) {
        joined.append(source, span);
        break;
      }
      joined.append(source, new Span(span.start(), span.end() - 1));
    }
    read(joined.build());
    return line;
  }

  private void read(Text line) {
    Matcher comment = COMMENT.matcher(line);
    Text plain = (comment.find() ? line.subSequence(0, comment.start()) : line).strip();
    Matcher reference = REFERENCE.matcher(plain);
    if (reference.matches()) {
      boolean constrains = reference.group(1).contains("-c");
      (constrains ? constraints : included).add(reference.group(2));
    } else if (plain.toString().startsWith("--require-hashes")) {
      hashed = true;
    } else {
      Requirement.ofLine(plain)
          .ifPresent(
              requirement -> {
                hashed |= requirement.hashed();
                Dependency.of(requirement).ifPresent(dependencies::add);
              });
    }
  }
}
