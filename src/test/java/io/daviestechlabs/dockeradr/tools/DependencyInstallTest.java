package io.daviestechlabs.dockeradr.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyInstallTest {
  static List<Arguments> calls() {
    return Table.rows("tools/dependencies.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void whatItReadsOfTheSourceIsKnown(String script, String expected) {
    String manifests =
        calls(script).stream()
            .flatMap(call -> DependencyInstall.of(call).stream())
            .findFirst()
            .map(install -> String.join(" ", install.manifests()))
            .orElse("-");

    assertThat(manifests).isEqualTo(expected);
  }

  @Test
  void aManifestIsTakenByItsNameOrByAPatternOfIt() {
    DependencyInstall install = DependencyInstall.of(calls("npm ci").get(0)).orElseThrow();

    for (String source :
        List.of("package.json", "./package.json", "a/package.json", "pack*.json")) {
      assertThat(install.isTakenBy(source)).as(source).isTrue();
    }
    for (String source : List.of(".", "*", "package-lock.json", "src", "tsconfig*.json")) {
      assertThat(install.isTakenBy(source)).as(source).isFalse();
    }
  }

  @Test
  void cloningBringsManifestsAlong() {
    for (String script :
        List.of("git clone https://x/y", "git -c a=b -C /z clone -q https://x/y")) {
      assertThat(DependencyInstall.clones(calls(script).get(0))).as(script).isTrue();
    }
    for (String script : List.of("git status", "git submodule update clone", "hg clone x")) {
      assertThat(DependencyInstall.clones(calls(script).get(0))).as(script).isFalse();
    }
  }

  private static List<Call> calls(String script) {
    return Script.parse(Text.of(Source.of("script", script)), Dialect.POSIX).calls().toList();
  }
}
