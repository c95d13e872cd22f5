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
          AptGet::of,
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
  void everyReadingBelongsToAPackageTool() {
    for (Arguments row : calls()) {
      Tool tool = tool((String) row.get()[0]);

      assertThat(PackageTool.of(tool.call()).flatMap(t -> t.read(tool.call())))
          .get()
          .hasSameClassAs(tool);
    }
  }

  @Test
  void callsThatEmptyACacheAreKnown() {
    List<String> cleaners =
        List.of(
            "apt-get clean",
            "apt-get autoclean",
            "apk cache clean",
            "yum -y clean all",
            "pip cache purge",
            "uv cache prune --ci",
            "npm cache clean --force",
            "yarn cache clean",
            "conda clean -afy",
            "go clean -modcache",
            "composer clear-cache",
            "dotnet nuget locals all --clear",
            "bun pm cache rm",
            "poetry cache clear pypi --all");
    for (String script : cleaners) {
      assertThat(PackageTool.of(first(script)).orElseThrow().cleans(first(script)))
          .as(script)
          .isTrue();
    }
    for (String script :
        List.of(
            "apt-get install clean",
            "uv cache prune",
            "dnf clean metadata",
            "go clean",
            "cargo clean",
            "npm cache verify",
            "dotnet nuget locals all --list")) {
      assertThat(PackageTool.of(first(script)).orElseThrow().cleans(first(script)))
          .as(script)
          .isFalse();
    }
  }

  @Test
  void variablesThatDefeatTheCacheHaveValuesThatDoNot() {
    assertThat(PackageTool.UV.isBypassedBy("UV_NO_CACHE", "1")).isTrue();
    assertThat(PackageTool.UV.isBypassedBy("UV_NO_CACHE", "False")).isFalse();
    // pip turns its cache off whatever the value says.
    assertThat(PackageTool.PIP.isBypassedBy("PIP_NO_CACHE_DIR", "off")).isTrue();
    assertThat(PackageTool.PIP.isBypassedBy("PIP_NO_CACHE_DIR", "")).isFalse();
    assertThat(PackageTool.PIP.isBypassedBy("UV_NO_CACHE", "1")).isFalse();
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
    out.append(tool.installs() ? "installs " : "")
        .append(tool.isOffline() ? "offline " : "")
        .append(bypasses(tool) ? "bare " : "");
    if (tool instanceof PythonTool python) {
      out.append(python.requirements().toList());
      if (!python.requirementFiles().isEmpty()) {
        out.append(" files ").append(python.requirementFiles());
      }
      List<String> unquoted =
          UnquotedRange.of(tool.call()).stream().map(r -> r.text().toString()).toList();
      if (!unquoted.isEmpty()) {
        out.append(" unquoted ").append(unquoted);
      }
      return out.toString();
    }
    return out.append(requests(tool)).toString();
  }

  private static boolean bypasses(Tool tool) {
    return PackageTool.of(tool.call()).stream()
        .anyMatch(
            t ->
                !t.bypassFlags(tool.call()).isEmpty()
                    || !t.bypassAssignments(tool.call()).isEmpty());
  }

  private static List<String> requests(Tool tool) {
    Stream<PackageRequest> requests = null;
    if (tool instanceof AptGet apt) {
      requests = apt.requests().stream();
    } else if (tool instanceof Apk apk) {
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
