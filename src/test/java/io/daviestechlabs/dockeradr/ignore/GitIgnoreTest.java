package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitIgnoreTest {
  @Test
  void aSlashBindsToTheDirectoryOfTheFile() {
    assertThat(patterns("", "*.log\n/data/\nlogs/\na/b\n**/tmp\n\n# x\n"))
        .containsExactly("**/*.log", "data", "**/logs", "a/b", "**/tmp");
    assertThat(patterns("web", "*.log\n/data/\n")).containsExactly("web/**/*.log", "web/data");
  }

  @Test
  void whatABuildMakesIsNotTaken() {
    assertThat(
            patterns(
                "",
                "dist/\n/build\ntarget\n*.jar\n*.min.js\ndist-*\n*\n/*\nnode_modules\nsrc/gen/\n"))
        .isEmpty();
  }

  @Test
  void whatALaterLineTakesBackIsNotTaken() {
    assertThat(patterns("", "*.log\n!keep.log\ndata/*\n!data/.gitkeep\ntmp/\n"))
        .containsExactly("**/tmp");
  }

  @Test
  void whatTheOtherLanguageSaysOtherwiseIsNotTaken() {
    assertThat(patterns("", "[!a]b\n\\#x\nfoo\\ \n" + "x".repeat(5000) + "\n")).isEmpty();
  }

  private static List<String> patterns(String directory, String text) {
    return GitIgnore.patterns(directory, Source.of(".gitignore", text));
  }
}
