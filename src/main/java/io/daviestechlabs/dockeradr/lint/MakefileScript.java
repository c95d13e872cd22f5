package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.makefile.MakeRule;
import io.daviestechlabs.dockeradr.makefile.MakeVariable;
import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the recipes of a Makefile call. */
final class MakefileScript {
  /** Docker, perhaps with variables before it, and with commands and flags behind it. */
  private static final Pattern DOCKER =
      Pattern.compile(
          "(?:\\w+=[\\w.-]*\\s+)*docker(?:-buildx)?"
              + "(?:\\s+(?!--cache|--set|--build-arg)[\\w./:=,-]+)*");

  /** Nobody writes more before the arguments; and patterns are not made for more. */
  private static final int LONGEST = 200;

  private MakefileScript() {}

  /** Every program that is called; the variables of make are words. */
  static Stream<Call> calls(Makefile makefile) {
    Dialect dialect = dialect(makefile);
    Map<String, String> programs = programs(makefile);
    return makefile.rules().stream()
        .flatMap(rule -> scripts(rule, makefile.oneShell()))
        .flatMap(script -> Script.parse(Embedded.make(script, programs), dialect).calls());
  }

  /** The variables that are set once, to a command of Docker's in plain words. */
  private static Map<String, String> programs(Makefile makefile) {
    Map<String, List<String>> values = new HashMap<>();
    for (MakeVariable variable : makefile.variables()) {
      values
          .computeIfAbsent(variable.name().toString(), name -> new ArrayList<>())
          .add(variable.value().toString());
    }
    Map<String, String> programs = new HashMap<>();
    values.forEach(
        (name, all) -> {
          boolean isOne = all.size() == 1 && all.get(0).length() <= LONGEST;
          if (isOne && DOCKER.matcher(all.get(0)).matches()) {
            programs.put(name, all.get(0));
          }
        });
    return programs;
  }

  private static Dialect dialect(Makefile makefile) {
    return makefile.variables().stream()
        .filter(variable -> variable.name().is("SHELL") && !Embedded.in(variable.value()))
        .map(variable -> Dialect.of(List.of(variable.value().toString().split("\\s+"))))
        .reduce((first, second) -> second)
        .orElse(Dialect.BASH);
  }

  private static Stream<Text> scripts(MakeRule rule, boolean oneShell) {
    if (!oneShell || rule.recipe().isEmpty()) {
      return rule.recipe().stream();
    }
    Text.Builder all = new Text.Builder(rule.recipe().get(0).span().start());
    for (Text line : rule.recipe()) {
      int end = line.span().end();
      all.append(line).append('\n', end, end);
    }
    return Stream.of(all.build());
  }
}
