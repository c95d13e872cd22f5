package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.NewBuilder;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** {@code <createBuilder>}: the builder that is made where there is none of its name. */
public final class NewBuilderParameter {
  private static final String USUAL_DRIVER = "docker-container";

  /** {@code docker-container}, which is usual, {@code kubernetes} or {@code remote}. */
  @Parameter private String driver;

  /** The address of a single node, as in {@code nodes}. */
  @Parameter private String endpoint;

  /** Options of the driver for a single node, and for all nodes beside their own. */
  @Parameter private Map<String, String> options;

  /** BuildKit's own configuration, {@code buildkitd.toml}. */
  @Parameter private File config;

  /** Several machines, each with the platforms that it builds. */
  @Parameter private List<NodeParameter> nodes;

  /** A {@code <node>} of a builder. */
  public static final class NodeParameter {
    /** A docker context, or an address such as {@code tcp://arm:1234}. */
    @Parameter private String endpoint;

    /** Platforms that are built there. */
    @Parameter private List<String> platforms;

    /** Options of the driver. */
    @Parameter private Map<String, String> options;

    private NewBuilder.Node toNode(Map<String, String> shared) {
      return new NewBuilder.Node(
          Optional.ofNullable(endpoint),
          AdrMojo.listOf(platforms),
          ImageParameter.both(shared, options));
    }
  }

  /** The builder of a name. */
  NewBuilder toBuilder(String name) {
    List<NewBuilder.Node> made =
        nodes == null || nodes.isEmpty()
            ? List.of(
                new NewBuilder.Node(
                    Optional.ofNullable(endpoint), List.of(), options == null ? Map.of() : options))
            : nodes.stream().map(node -> node.toNode(options)).toList();
    return new NewBuilder(
        name,
        driver == null ? USUAL_DRIVER : driver,
        Optional.ofNullable(config).map(File::toPath),
        made);
  }
}
