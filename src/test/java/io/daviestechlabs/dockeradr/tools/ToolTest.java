package io.daviestechlabs.dockeradr.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ToolTest {
  private static final List<Function<Call, Optional<? extends Tool>>> READINGS =
      List.of(
          Apk::of,
          Dnf::of,
          Zypper::of,
          Npm::of,
          Maven::of,
          Gradle::of,
          Go::of,
          Cargo::of,
          Poetry::of,
          Conda::of,
          Gem::of,
          Bundler::of,
          Composer::of,
          Dotnet::of,
          Pip::of,
          Uv::of);

  static List<Arguments> calls() {
    return Table.rows("tools/calls.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void isReadAsTheToolReadsIt(String call, String subcommand, String expected) {
    Tool tool = tool(call);

    assertThat(tool.subcommand()).isEqualTo(subcommand);
    assertThat(describe(tool, call)).isEqualTo(expected);
    assertThat(tool.head().start()).isEqualTo(tool.call().nameSpan().start());
  }

  @Test
  void onlyTheProgramItselfIsTheTool() {
    for (String script :
        List.of("echo pip install x", "pipx install x", "gopls", "npm-check", "pip-compile x")) {
      assertThat(READINGS.stream().flatMap(r -> r.apply(first(script)).stream()))
          .as(script)
          .isEmpty();
    }
  }

  @Test
  void mavenSaysWhereItsRepositoryIs() {
    for (String flag :
        List.of(
            "-Dmaven.repo.local=/m", "-D maven.repo.local=/m", "--define maven.repo.local=/m")) {
      Maven maven = Maven.of(first("mvn -B " + flag + " package")).orElseThrow();
      assertThat(maven.repository().map(ShellWord::value)).as(flag).contains("/m");
      assertThat(maven.goals()).containsExactly("package");
    }
  }

  @Test
  void curlAndWgetSayWhatTheyFetchAndWhere() {
    Curl curl = Curl.of(first("curl -fsSLo /x --retry 3 -H 'a: b' https://y")).orElseThrow();
    assertThat(curl.urls()).extracting(ShellWord::value).containsExactly("https://y");
    assertThat(curl.output().map(ShellWord::value)).contains("/x");
    assertThat(curl.failsOnError() && curl.followsRedirects()).isTrue();
    assertThat(curl.writesToOutput()).isFalse();
    assertThat(Curl.of(first("curl https://y")).orElseThrow().writesToOutput()).isTrue();
    assertThat(Curl.of(first("curl -O https://y")).orElseThrow().writesToOutput()).isFalse();

    Wget wget = Wget.of(first("wget -qO- https://y --no-check-certificate")).orElseThrow();
    assertThat(wget.urls()).extracting(ShellWord::value).containsExactly("https://y");
    assertThat(wget.writesToOutput() && wget.isInsecure()).isTrue();
  }

  private static Tool tool(String script) {
    Call call = first(script);
    return READINGS.stream().flatMap(r -> r.apply(call).stream()).findFirst().orElseThrow();
  }

  private static Call first(String script) {
    Text text = Text.of(Source.of("script", script));
    return Script.parse(text, Dialect.POSIX).calls().findFirst().orElseThrow();
  }

  private static String describe(Tool tool, String script) {
    StringBuilder out = new StringBuilder();
    out.append(tool.installs() ? "installs " : "").append(bypasses(tool) ? "bare " : "");
    if (tool instanceof PythonTool python) {
      out.append(python.requirements());
      if (!python.requirementFiles().isEmpty() || !python.unquoted().isEmpty()) {
        out.append(" files ").append(python.requirementFiles());
      }
      if (!python.unquoted().isEmpty()) {
        List<String> parts =
            python.unquoted().stream().map(s -> script.substring(s.start(), s.end())).toList();
        out.append(" unquoted ").append(parts);
      }
      return out.toString();
    }
    return out.append(requests(tool)).toString();
  }

  private static boolean bypasses(Tool tool) {
    return (tool instanceof Apk apk && apk.bypassesCache())
        || (tool instanceof Pip pip && pip.bypassesCache())
        || (tool instanceof Uv uv && uv.bypassesCache())
        || (tool instanceof Bundler bundler && bundler.bypassesCache());
  }

  private static List<String> requests(Tool tool) {
    Stream<PackageRequest> requests = null;
    if (tool instanceof Apk apk) {
      requests = apk.requests().stream();
    } else if (tool instanceof Dnf dnf) {
      requests = dnf.requests().stream();
    } else if (tool instanceof Zypper zypper) {
      requests = zypper.requests().stream();
    } else if (tool instanceof Npm npm) {
      requests = npm.requests().stream();
    } else if (tool instanceof Go go) {
      requests = go.requests().stream();
    } else if (tool instanceof Cargo cargo) {
      requests = cargo.requests().stream();
    } else if (tool instanceof Poetry poetry) {
      requests = poetry.requests().stream();
    } else if (tool instanceof Conda conda) {
      requests = conda.requests().stream();
    } else if (tool instanceof Gem gem) {
      requests = gem.requests().stream();
    } else if (tool instanceof Composer composer) {
      requests = composer.requests().stream();
    } else if (tool instanceof Dotnet dotnet) {
      requests = dotnet.requests().stream();
    } else {
      return tool.subjects().stream().map(ShellWord::value).toList();
    }
    return requests
        .map(r -> r.hasVersion() ? r.name() + " " + r.operator() + " " + r.version() : r.name())
        .toList();
  }
}
