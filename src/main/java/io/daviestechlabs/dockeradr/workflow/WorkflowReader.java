package io.daviestechlabs.dockeradr.workflow;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
      jobs.add(job(job, shell(job).or(() -> windows(job)).or(() -> shell)));
    }
    if (child(root, "runs") instanceof MappingNode action) {
      jobs.add(job(action, Optional.empty()));
    }
    return new Workflow(source, jobs, scalars(child(root, "env")), Optional.empty());
  }

  private Job job(Node node, Optional<String> shell) {
    List<Step> steps = new ArrayList<>();
    if (child(node, "steps") instanceof SequenceNode sequence) {
      sequence.getValue().forEach(step -> steps.add(step(step, shell)));
    }
    return new Job(steps, scalars(child(node, "env")));
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
    for (NodeTuple tuple : tuples(node)) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && tuple.getValueNode() instanceof ScalarNode value) {
        all.putIfAbsent(key.getValue(), texts.value(value));
      }
    }
    return all;
  }

  private Optional<Value> scalar(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(texts.value(scalar)) : Optional.empty();
  }

  private static List<Node> values(Node node) {
    return tuples(node).stream().map(NodeTuple::getValueNode).toList();
  }

  /** What a mapping has, and behind it what it merges by {@code <<}; nothing of other nodes. */
  private static List<NodeTuple> tuples(Node node) {
    List<NodeTuple> all = new ArrayList<>();
    addTuples(
        node instanceof MappingNode ? node : null,
        all,
        Collections.newSetFromMap(new IdentityHashMap<>()));
    return all;
  }

  private static void addTuples(Node node, List<NodeTuple> all, Set<Node> seen) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().stream()
          .filter(MappingNode.class::isInstance)
          .forEach(merged -> addTuples(merged, all, seen));
    } else if (node instanceof MappingNode mapping && seen.add(node)) {
      Map<Boolean, List<NodeTuple>> parts =
          mapping.getValue().stream().collect(Collectors.partitioningBy(WorkflowReader::merges));
      all.addAll(parts.get(false));
      parts.get(true).forEach(tuple -> addTuples(tuple.getValueNode(), all, seen));
    }
  }

  private static boolean merges(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("<<");
  }

  private static Node child(Node node, String key) {
    for (NodeTuple tuple : tuples(node)) {
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }
}
