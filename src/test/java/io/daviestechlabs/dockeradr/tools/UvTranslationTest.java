package io.daviestechlabs.dockeradr.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UvTranslationTest {
  static List<Arguments> calls() {
    return Table.rows("tools/translations.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void uvIsToldTheSame(String script, String expected) {
    Text text = Text.of(Source.of("script", script));
    Pip pip =
        Script.parse(text, Dialect.POSIX)
            .calls()
            .flatMap(call -> Pip.of(call).stream())
            .findFirst()
            .orElseThrow();

    Optional<String> translated =
        PipSpelling.of(pip)
            .flatMap(
                spelling ->
                    UvTranslation.of(
                        pip, spelling, spelling.isOnPath() ? "--system" : spelling.destination()))
            .map(edits -> Edit.apply(script, edits));

    assertThat(translated.orElse("-")).isEqualTo(expected);
  }
}
