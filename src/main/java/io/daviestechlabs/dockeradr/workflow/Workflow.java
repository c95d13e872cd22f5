package io.daviestechlabs.dockeradr.workflow;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * A workflow file, or that of an action which has steps of its own (a composite one).
 *
 * @param source the file
 * @param jobs in order; the steps of an action are one
 * @param env variables of all jobs, by name
 * @param problem why it is no YAML; empty if it is
 */
public record Workflow(
    Source source, List<Job> jobs, Map<String, Value> env, Optional<Problem> problem) {
  private static final int DEEPEST = 50;

  /**
   * Why a file is no YAML.
   *
   * @param span the place
   * @param message what the YAML parser says
   */
  public record Problem(Span span, String message) {}

  /** Keeps copies. */
  public Workflow {
    jobs = List.copyOf(jobs);
    env = Map.copyOf(env);
  }

  /**
   * Reads the first document of a file, as the code hosts do; whatever it holds, this does not
   * throw. No tag is ever turned into an object.
   */
  public static Workflow parse(Source source) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(DEEPEST);
    YamlText texts = new YamlText(source);
    try {
      return new WorkflowReader(texts).read(source, first(options, source.text()));
    } catch (MarkedYAMLException e) {
      int at = e.getProblemMark() == null ? 0 : texts.offset(e.getProblemMark());
      return broken(source, at, e.getProblem());
    } catch (ReaderException e) {
      return broken(source, Math.min(e.getPosition(), source.text().length()), e.getMessage());
    } catch (YAMLException e) {
      return broken(source, 0, e.getMessage());
    }
  }

  /** The first document; null if there is none. */
  private static Node first(LoaderOptions options, String text) {
    try {
      return compose(options, text);
    } catch (ScannerException e) {
      // an escape of YAML 1.2, which this library does not know
      if (!e.getProblem().contains("escape character /")) {
        throw e;
      }
      return compose(options, text.replace("\\/", "//"));
    }
  }

  private static Node compose(LoaderOptions options, String text) {
    Iterator<Node> documents = new Yaml(options).composeAll(new StringReader(text)).iterator();
    return documents.hasNext() ? documents.next() : null;
  }

  private static Workflow broken(Source source, int at, String words) {
    String line = words == null ? "" : words.lines().findFirst().orElse("").strip();
    Problem problem = new Problem(Span.at(at), line.isEmpty() ? "unknown error" : line);
    return new Workflow(source, List.of(), Map.of(), Optional.of(problem));
  }

  /** All steps of all jobs, in order. */
  public List<Step> steps() {
    return jobs.stream().flatMap(job -> job.steps().stream()).toList();
  }
}
