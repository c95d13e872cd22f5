package io.daviestechlabs.dockeradr.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UncachedTest {
  static List<Arguments> runs() {
    return Table.rows("tools/uncached.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void whatNoMountHoldsIsNamed(String text, String directories, String flags) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM x\n" + text + "\n"));
    Run run = file.all(Run.class).reduce((a, b) -> b).orElseThrow();
    Scope variables =
        StageGraph.of(file)
            .scope(file.stages().get(0), run)
            .before(new Scope(Map.of("HOME", Optional.of("/root"))));
    ShellForm line = (ShellForm) run.command();
    Call call = Script.parse(line.script(), Dialect.POSIX).calls().findFirst().orElseThrow();
    PackageTool tool = PackageTool.of(call).orElseThrow();

    Uncached uncached = Uncached.of(tool, call, run, variables, Optional.of("/w"));

    assertThat(uncached.title()).isEqualTo(directories);
    assertThat(uncached.isAny()).isEqualTo(!directories.isEmpty());
    assertThat(String.join(" ", uncached.flags(""))).isEqualTo(flags);
  }
}
