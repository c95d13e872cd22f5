package io.daviestechlabs.dockeradr.workflow;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A workflow file.
 *
 * @param source the file
 * @param steps all steps of all jobs, in order
 * @param problem why it is no YAML; empty if it is
 */
public record Workflow(Source source, List<Step> steps, Optional<Problem> problem) {
  private static final int DEEPEST = 50;

  /**
   * Why a file is no YAML.
   *
   * @param span the place
   * @param message what the YAML parser says
   */
  public record Problem(Span span, String message) {}

  /** Reads a file; whatever it holds, this does not throw. No tag is ever turned into an object. */
  public static Workflow parse(Source source) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(DEEPEST);
    YamlText texts = new YamlText(source);
    try {
      List<Step> steps = new ArrayList<>();
      Node root = new Yaml(options).compose(new java.io.StringReader(source.text()));
      for (Node job : values(child(root, "jobs"))) {
        if (child(job, "steps") instanceof SequenceNode sequence) {
          sequence.getValue().forEach(step -> steps.add(step(step, texts)));
        }
      }
      return new Workflow(source, List.copyOf(steps), Optional.empty());
    } catch (MarkedYAMLException e) {
      int at = e.getProblemMark() == null ? 0 : texts.offset(e.getProblemMark());
      return new Workflow(source, List.of(), Optional.of(new Problem(Span.at(at), e.getProblem())));
    } catch (YAMLException e) {
      return new Workflow(source, List.of(), Optional.of(new Problem(Span.at(0), e.getMessage())));
    }
  }

  private static Step step(Node node, YamlText texts) {
    Map<String, Value> with = new java.util.LinkedHashMap<>();
    if (child(node, "with") instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && tuple.getValueNode() instanceof ScalarNode value) {
          with.put(key.getValue(), texts.value(value));
        }
      }
    }
    return new Step(scalar(child(node, "uses"), texts), scalar(child(node, "run"), texts), with);
  }

  private static Optional<Value> scalar(Node node, YamlText texts) {
    return node instanceof ScalarNode scalar ? Optional.of(texts.value(scalar)) : Optional.empty();
  }

  private static List<Node> values(Node node) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream().map(NodeTuple::getValueNode).toList()
        : List.of();
  }

  private static Node child(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }
}
