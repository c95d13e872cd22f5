package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.dockerfile.Directive;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Flag;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Raw;
import io.daviestechlabs.dockeradr.dockerfile.Warning;
import io.daviestechlabs.dockeradr.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Our parse in the form that BuildKit's was recorded in. */
final class BuildkitTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String URL =
      "https://docs.docker.com/go/dockerfile/rule/no-empty-continuation/";
  private static final String DETAIL =
      "Empty continuation lines will become errors in a future release";

  private BuildkitTree() {}

  static ArrayNode nodes(Dockerfile file) {
    ArrayNode nodes = JSON.arrayNode();
    file.instructions().forEach(i -> nodes.add(node(file, i.raw())));
    return nodes;
  }

  static ArrayNode directives(List<Directive> directives) {
    ArrayNode out = JSON.arrayNode();
    for (Directive directive : directives) {
      out.addObject()
          .put("name", directive.key())
          .put("value", directive.value().toString())
          .put("line", directive.line());
    }
    return out;
  }

  static ArrayNode warnings(Dockerfile file) {
    ArrayNode out = JSON.arrayNode();
    for (Warning warning : file.warnings()) {
      ObjectNode node = out.addObject().put("short", warning.message());
      node.putArray("detail").add(DETAIL);
      node.put("url", URL).put("line", warning.startLine()).put("endLine", warning.endLine());
    }
    return out;
  }

  private static ObjectNode node(Dockerfile file, Raw raw) {
    ObjectNode node = instruction(raw);
    if (!raw.heredocs().isEmpty()) {
      ArrayNode heredocs = node.putArray("heredocs");
      raw.heredocs().forEach(h -> heredocs.add(heredoc(h)));
    }
    node.put("startLine", raw.startLine()).put("endLine", raw.endLine());
    List<String> comments = comments(file, raw);
    if (!comments.isEmpty()) {
      comments.forEach(node.putArray("prevComment")::add);
    }
    return node;
  }

  /** BuildKit cuts off the first character of the line, which is the mark only if not indented. */
  static List<String> comments(Dockerfile file, Raw raw) {
    return raw.comments().stream()
        .map(c -> c.indented() ? file.source().slice(c.span()).strip() : c.text().toString())
        .toList();
  }

  private static ObjectNode instruction(Raw raw) {
    ObjectNode node = JSON.objectNode().put("value", raw.keyword().toString());
    ArrayNode args = node.putArray("args");
    if (raw.inner().isPresent()) {
      ObjectNode arg = args.addObject().put("value", "");
      arg.putArray("args");
      arg.putArray("children").add(instruction(raw.inner().get()));
    }
    for (Text word : raw.arguments()) {
      args.addObject().put("value", word.toString()).putArray("args");
    }
    if (raw.json()) {
      node.putObject("attributes").put("json", true);
    }
    if (!raw.flags().isEmpty()) {
      ArrayNode flags = node.putArray("flags");
      raw.flags().stream().map(BuildkitTree::flag).forEach(flags::add);
    }
    return node.put("original", raw.line().toString());
  }

  /** BuildKit reads flags byte by byte, so that what is not ASCII comes out garbled. */
  static String flag(Flag flag) {
    byte[] bytes = flag.text().toString().getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static ObjectNode heredoc(Heredoc heredoc) {
    return JSON.objectNode()
        .put("name", heredoc.name().toString())
        .put("fd", (int) heredoc.fd())
        .put("expand", heredoc.expand())
        .put("chomp", heredoc.chomp())
        .put("content", heredoc.content().toString());
  }
}
