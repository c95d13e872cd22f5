package io.daviestechlabs.dockeradr.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionTest {
  private static final Scope VARIABLES =
      new Scope(Map.of("HOME", Optional.of("/root"), "D", Optional.of("/root/.npm")));

  private static boolean hits(String script) {
    Source source = Source.of("script", script);
    Call call = Script.parse(Text.of(source), Dialect.POSIX).calls().findFirst().orElseThrow();
    return Deletion.of(call).stream()
        .anyMatch(d -> !d.hitting("/root/.npm", VARIABLES, Optional.of("/root")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /root/.npm",
        "rm -r /root/.npm/ /tmp/*",
        "rm -rf ~/.npm",
        "rm -rf \"$HOME/.npm\"",
        "rm -rf ${D}",
        "rm -rf /root",
        "rm -rf ~",
        "rm -rf /root/.n*",
        "rm -rf /root/.??*",
        "rm -rf /root/{.npm,.cache}",
        "rm -rf /roo*/.npm",
        "rm -rf .npm",
        "rm -rf $UNKNOWN/.npm",
        "rm -rf /opt/../root/.npm",
        "rmdir /root/.npm",
        "mv /root/.npm /x",
        "find /root -name '.n*' -delete",
        "find / -type d -name x -exec rm -r {} +"
      })
  void aDirectoryGoes(String script) {
    assertThat(hits(script)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /root/.npm/*",
        "rm -rf /root/.npm/_cacache",
        "rm -rf /root/*",
        "rm -rf /root/.cache",
        "rm -rf /tmp/* /var/lib/apt/lists/*",
        "rm -rf $UNKNOWN",
        "rm -rf $UNKNOWN/npm",
        "rm -rf npm",
        "rm -f /root/.npm",
        "mv x /root/.npm",
        "cp -r /root/.npm /x",
        "find /usr/local -name x -exec rm -rf {} +",
        "find / -type f -name '*.pyc' -delete",
        "find /root -name x"
      })
  void aDirectoryStays(String script) {
    assertThat(hits(script)).isFalse();
  }
}
