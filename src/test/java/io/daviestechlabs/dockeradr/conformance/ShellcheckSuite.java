package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Problem;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the program {@code shellcheck} of this machine says of the RUN lines of the recorded
 * Dockerfiles, as far as it is about parsing: codes from SC1000 on that are errors.
 */
final class ShellcheckSuite implements Suite {
  private static final List<String> PROGRAM =
      List.of("shellcheck", "--norc", "-f", "json", "-s", "sh", "-S", "error");

  private static final int FILES_OF_A_PROCESS = 1000;

  /** Errors of style, in scripts that every shell takes. */
  private static final Map<Integer, String> STYLE =
      Map.of(
          1035, "blanks in a test, which to a shell is a command with arguments",
          1075, "'else if', which nests instead of going on");

  @Override
  public String name() {
    return "shellcheck";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    List<String> scripts = new ArrayList<>(recordings.scripts());
    Map<Integer, Set<Integer>> codes;
    try (ScriptFolder folder = new ScriptFolder(scripts)) {
      codes = codes(folder, scripts.size());
    } catch (MissingProgram e) {
      System.out.println("shellcheck: NOTHING COMPARED, the program is not installed");
      tally.missing("the program is not installed");
      return;
    }
    for (int i = 0; i < scripts.size(); i++) {
      Set<Integer> said = codes.getOrDefault(i, Set.of());
      boolean ours = isRefused(scripts.get(i));
      String style = said.stream().map(STYLE::get).filter(s -> s != null).findAny().orElse("");
      if (!ours && !style.isEmpty()) {
        tally.notApplicable(scripts.get(i), style);
      } else {
        tally.compare(scripts.get(i), said.isEmpty() ? "taken" : "refused", ours(ours));
      }
    }
  }

  private static Map<Integer, Set<Integer>> codes(ScriptFolder folder, int count)
      throws IOException {
    Map<Integer, Set<Integer>> codes = new HashMap<>();
    for (int from = 0; from < count; from += FILES_OF_A_PROCESS) {
      String said = folder.run(PROGRAM, folder.files(from, FILES_OF_A_PROCESS));
      for (JsonNode row : Recordings.JSON.readTree(said)) {
        int code = row.get("code").intValue();
        if (code < 2000) {
          int script = ScriptFolder.number(row.get("file").textValue());
          codes.computeIfAbsent(script, s -> new HashSet<>()).add(code);
        }
      }
    }
    return codes;
  }

  private static boolean isRefused(String text) {
    return Script.parse(Text.of(Source.of("script", text)), Dialect.POSIX).problems().stream()
        .anyMatch(problem -> problem.kind() == Problem.Kind.SYNTAX);
  }

  private static String ours(boolean refused) {
    return refused ? "refused" : "taken";
  }
}
