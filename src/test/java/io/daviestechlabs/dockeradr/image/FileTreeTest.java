package io.daviestechlabs.dockeradr.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FileTreeTest {
  private final FileTree tree = new FileTree();

  @Test
  void knowsEachOfManyPaths() throws IOException {
    int files = 50_000;
    for (int i = 0; i < files; i++) {
      tree.put(tree.place(path(i)), 0, i, 1);
    }
    for (int i = 0; i < files; i++) {
      int node = tree.find(path(i));
      assertThat(tree.size(node)).isEqualTo(i);
      assertThat(tree.path(node)).isEqualTo(path(i));
    }
    assertThat(tree.find("opt/none")).isNegative();
    assertThat(tree.find("")).isEqualTo(FileTree.ROOT);
    assertThat(tree.path(tree.place("Grüße/日本"))).isEqualTo("Grüße/日本");
  }

  @Test
  void sweepsWhatEarlierLayersHaveBelowAPlaceAndNothingBeside() throws IOException {
    for (String path : new String[] {"d", "d/a", "d/e/f/g", "d/e/h", "dd/a", "c"}) {
      tree.put(tree.place(path), 0, 1, 1);
    }
    tree.put(tree.place("d/new"), 1, 1, 1);
    tree.sweep(tree.find("d"), 1, tree::remove);
    assertThat(tree.isThere(tree.find("d/a"))).isFalse();
    assertThat(tree.isThere(tree.find("d/e/f/g"))).isFalse();
    assertThat(tree.isThere(tree.find("d/e/h"))).isFalse();
    assertThat(tree.isThere(tree.find("d"))).isTrue();
    assertThat(tree.isThere(tree.find("d/new"))).isTrue();
    assertThat(tree.isThere(tree.find("dd/a"))).isTrue();
    assertThat(tree.isThere(tree.find("c"))).isTrue();
  }

  @Test
  void refusesNamesThatNoFileSystemHas() {
    assertThatThrownBy(() -> tree.place("a/" + "x".repeat(1025)))
        .hasMessage("it has a name of more than 1024 bytes");
  }

  private static String path(int i) {
    return "opt/d" + i % 100 + "/e" + i % 7 + "/file_" + i;
  }
}
