package io.daviestechlabs.dockeradr.workflow;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Takes from the nodes of a YAML file what rules ask for. */
final class WorkflowReader {
  private final YamlText texts;

  WorkflowReader(YamlText texts) {
    this.texts = texts;
  }

  Workflow read(Source source, Node root) {
    List<Job> jobs = new ArrayList<>();
    Optional<String> shell = shell(root);
    for (Node job : values(child(root, "jobs"))) {
      List<Step> steps = new ArrayList<>();
      if (child(job, "steps") instanceof SequenceNode sequence) {
        Optional<String> own = shell(job).or(() -> windows(job)).or(() -> shell);
        sequence.getValue().forEach(step -> steps.add(step(step, own)));
      }
      jobs.add(new Job(steps, scalars(child(job, "env"))));
    }
    return new Workflow(source, jobs, scalars(child(root, "env")), Optional.empty());
  }

  private Step step(Node node, Optional<String> shell) {
    return new Step(
        scalar(child(node, "uses")),
        scalar(child(node, "run")),
        scalar(child(node, "shell")).map(Value::toString).or(() -> shell),
        scalars(child(node, "with")),
        scalars(child(node, "env")));
  }

  private Optional<String> shell(Node node) {
    return scalar(child(child(child(node, "defaults"), "run"), "shell")).map(Value::toString);
  }

  /** What runs scripts on Windows where nobody says otherwise. */
  private Optional<String> windows(Node job) {
    return scalar(child(job, "runs-on"))
        .filter(runner -> runner.toString().startsWith("windows"))
        .map(runner -> "pwsh");
  }

  private Map<String, Value> scalars(Node node) {
    Map<String, Value> all = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && tuple.getValueNode() instanceof ScalarNode value) {
          all.put(key.getValue(), texts.value(value));
        }
      }
    }
    return all;
  }

  private Optional<Value> scalar(Node node) {
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
