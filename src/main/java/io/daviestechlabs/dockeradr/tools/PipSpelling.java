package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a call of pip is written, and so of which Python.
 *
 * @param span what names it: {@code pip3}, {@code /opt/venv/bin/pip}, {@code python3.11 -m pip}
 * @param directory of the program, with a slash at its end; empty if {@code PATH} decides
 * @param version of the Python as far as it is written: {@code 3.11}, {@code 3}, or nothing
 */
public record PipSpelling(Span span, String directory, String version) {
  private static final Pattern PIP = Pattern.compile("((?:[\\w.-]*/)*)pip(\\d?|\\d\\.\\d+)");
  private static final Pattern PYTHON = Pattern.compile("((?:[\\w.-]*/)*)python(\\d?|\\d\\.\\d+)");

  /** Reads a call; empty where another program runs it, and where quotes or variables are in it. */
  public static Optional<PipSpelling> of(Pip pip) {
    Call call = pip.call();
    Span own = call.program().span();
    if (call.outer().isEmpty()) {
      return of(PIP, call.program().text(), own);
    }
    Call python = call.outer().get();
    boolean isModule =
        python.simple() == call.simple()
            && python.outer().isEmpty()
            && python.args().size() > 1
            && python.args().get(0).is("-m")
            && python.args().get(1) == call.program()
            && call.program().is("pip");
    return isModule
        ? of(PYTHON, python.program().text(), python.program().span().to(own))
        : Optional.empty();
  }

  private static Optional<PipSpelling> of(Pattern pattern, CharSequence program, Span span) {
    Matcher matcher = pattern.matcher(program);
    return matcher.matches()
        ? Optional.of(new PipSpelling(span, matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Whether {@code PATH} decides which Python it is of. */
  public boolean isOnPath() {
    return directory.isEmpty() && version.indexOf('.') < 0;
  }

  /** Whether it names a version that Debian does not patch in a way that uv cannot deal with. */
  public boolean isModern() {
    String[] parts = version.split("\\.");
    return parts.length == 2
        && parts[0].equals("3")
        && parts[1].length() < 3
        && Integer.parseInt(parts[1]) >= 10;
  }

  /** What tells uv to install for the same Python; empty if {@code PATH} decides. */
  public String destination() {
    if (!directory.isEmpty()) {
      return "--python " + directory + "python" + version;
    }
    // A version alone is looked for among virtual environments, unless the system's are meant.
    return isOnPath() ? "" : "--system --python " + version;
  }
}
