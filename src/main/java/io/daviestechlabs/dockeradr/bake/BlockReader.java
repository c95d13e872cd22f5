package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the blocks of a bake file in HCL; those that are no targets are passed over. */
final class BlockReader {
  private final Cursor cursor;
  private final List<Target> targets = new ArrayList<>();

  BlockReader(Source source) {
    cursor = new Cursor(source);
  }

  List<Target> targets() {
    for (cursor.skipSpace(true); !cursor.atEnd(); cursor.skipSpace(true)) {
      if (cursor.atName()) {
        item();
      } else {
        cursor.skip(1);
      }
    }
    return targets;
  }

  /** An attribute or a block at the top. */
  private void item() {
    Text type = cursor.name();
    List<Text> labels = labels();
    if (cursor.accept('{')) {
      Map<String, Value> attributes = body();
      if (type.is("target") && labels.size() == 1) {
        targets.add(new Target(labels.get(0), attributes));
      }
    } else if (cursor.accept('=')) {
      new ExpressionReader(cursor).value();
    }
  }

  private List<Text> labels() {
    List<Text> labels = new ArrayList<>();
    for (cursor.skipSpace(false); ; cursor.skipSpace(false)) {
      if (cursor.peek() == '"') {
        labels.add(cursor.string().text());
      } else if (cursor.atName()) {
        labels.add(cursor.name());
      } else {
        return labels;
      }
    }
  }

  /** What stands between the braces of a block; blocks within it are passed over. */
  private Map<String, Value> body() {
    Map<String, Value> attributes = new LinkedHashMap<>();
    int level = 1;
    for (cursor.skipSpace(true); !cursor.atEnd() && level > 0; cursor.skipSpace(true)) {
      if (cursor.atName()) {
        Text name = cursor.name();
        labels();
        if (cursor.accept('=')) {
          Value value = new ExpressionReader(cursor).value();
          if (level == 1) {
            attributes.put(name.toString(), value);
          }
        }
      } else if (cursor.accept('{')) {
        level++;
      } else if (cursor.accept('}')) {
        level--;
      } else {
        cursor.skip(1);
      }
    }
    return attributes;
  }
}
