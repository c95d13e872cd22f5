package io.daviestechlabs.dockeradr.conformance;

import io.daviestechlabs.dockeradr.fuzz.Mutations;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.HereDocument;
import io.daviestechlabs.dockeradr.shell.Problem;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.shell.WordPart.Glob;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the shell of this machine says by {@code -n} of the RUN lines of the recorded Dockerfiles,
 * as they are and with damage: which it refuses, and which it takes.
 *
 * @param shell the program
 * @param dialect as which we read
 */
record ShellSuite(String shell, Dialect dialect) implements Suite {
  private static final int DAMAGED = 2000;

  /** One process for all; bash says of a bad {@code [[ ]]} what is wrong, and yet ends well. */
  private static final String ASK =
      """
      for file in *.sh; do
        said=$("$0" -n <"$file" 2>&1) || said='unexpected token'
        case $said in *'unexpected token'*) echo "$file" ;; esac
      done
      """;

  /** {@code ${name"…}}. */
  private static final Pattern BAD_SUBSTITUTION = Pattern.compile("\\$\\{\\w*[\"']");

  @Override
  public String name() {
    return "shell-" + shell;
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    List<String> scripts = new ArrayList<>(recordings.scripts());
    scripts.addAll(damaged(scripts));
    Set<Integer> refused;
    try (ScriptFolder folder = new ScriptFolder(scripts)) {
      refused =
          folder
              .run(List.of("bash", "-c", ASK, shell), List.of())
              .lines()
              .map(ScriptFolder::number)
              .collect(Collectors.toSet());
    } catch (MissingProgram e) {
      System.out.println(name() + ": NOTHING COMPARED, bash is not installed");
      tally.missing("bash is not installed");
      return;
    }
    for (int i = 0; i < scripts.size(); i++) {
      compare(scripts.get(i), refused.contains(i) ? "refused" : "taken", tally);
    }
  }

  private void compare(String text, String theirs, Tally tally) {
    Script script = Script.parse(Text.of(Source.of("script", text)), dialect);
    List<Problem.Kind> kinds = script.problems().stream().map(Problem::kind).toList();
    String ours = kinds.contains(Problem.Kind.SYNTAX) ? "refused" : "taken";
    Optional<String> reason = ours.equals(theirs) ? Optional.empty() : reason(script);
    if (kinds.contains(Problem.Kind.DIALECT)) {
      tally.notApplicable(text, "it uses features of another shell");
    } else if (reason.isPresent()) {
      tally.notApplicable(text, reason.get());
    } else {
      tally.compare(text, theirs, ours);
    }
  }

  /** Why a shell may see it otherwise. */
  private static Optional<String> reason(Script script) {
    List<Span> problems = script.problems().stream().map(Problem::span).toList();
    if (script.walk().anyMatch(n -> n instanceof Glob g && g.text().toString().contains("("))) {
      return Optional.of("@(...) is a pattern or an error, as an option of bash has it");
    }
    if (script
        .walk()
        .filter(HereDocument.class::isInstance)
        .anyMatch(n -> problems.stream().anyMatch(n.span()::contains))) {
      return Optional.of("bash looks into a here-document only when it runs");
    }
    return BAD_SUBSTITUTION.matcher(script.text()).find()
        ? Optional.of("a bad substitution is found out when it runs")
        : Optional.empty();
  }

  private static List<String> damaged(List<String> scripts) {
    Random random = new Random(1);
    List<String> damaged = new ArrayList<>();
    while (damaged.size() < DAMAGED) {
      StringBuilder text = new StringBuilder(scripts.get(random.nextInt(scripts.size())));
      if (text.length() < 600) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(4));
        text.replace(at, end, Mutations.SHELL.get(random.nextInt(Mutations.SHELL.size())));
        damaged.add(text.toString());
      }
    }
    return damaged;
  }
}
