package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bake file of buildx.
 *
 * <pre>
 *   file      = { block | attribute } ; or one JSON object
 *   block     = name { label } "{" { block | attribute } "}"
 *   attribute = name "=" expression
 * </pre>
 *
 * @param source the file
 * @param targets in order; a name can come twice
 */
public record BakeFile(Source source, List<Target> targets) {
  /** Keeps a copy. */
  public BakeFile {
    targets = List.copyOf(targets);
  }

  /** Reads a file; whatever it holds, this does not throw, and keeps what it understands. */
  public static BakeFile parse(Source source) {
    boolean json = isJson(source);
    List<Target> targets = json ? jsonTargets(source) : new BlockReader(source).targets();
    return new BakeFile(source, targets);
  }

  /** Whether a file is written in JSON. */
  public static boolean isJson(Source source) {
    return source.name().endsWith(".json");
  }

  private static List<Target> jsonTargets(Source source) {
    Value root = new ExpressionReader(new Cursor(source)).value();
    List<Target> targets = new ArrayList<>();
    if (root instanceof Value.Mapping file
        && file.get("target").orElse(null) instanceof Value.Mapping all) {
      for (Value.Member member : all.members()) {
        if (member.value() instanceof Value.Mapping body) {
          Map<String, Value> attributes = new LinkedHashMap<>();
          body.members().forEach(m -> attributes.put(m.name().toString(), m.value()));
          targets.add(new Target(member.name(), attributes));
        }
      }
    }
    return targets;
  }
}
