package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A builder of buildx that is made where there is none of its name. One that is there is left as it
 * is, but for machines that it still lacks because its making broke off.
 *
 * @param name of the builder
 * @param driver {@code docker-container}, {@code kubernetes} or {@code remote}
 * @param config BuildKit's own configuration file, {@code buildkitd.toml}
 * @param nodes that it builds on; none for one that the driver chooses
 */
public record NewBuilder(String name, String driver, Optional<Path> config, List<Node> nodes) {
  private static final List<String> DRIVERS = List.of("docker-container", "kubernetes", "remote");
  private static final int MAX_ERROR = 10_000;

  /**
   * A machine that builds.
   *
   * @param endpoint a docker context, an address such as {@code tcp://arm:1234} or {@code
   *     ssh://build@arm}; empty for what the driver takes by itself
   * @param platforms that are built there; none for all that it can
   * @param options of the driver
   */
  public record Node(
      Optional<String> endpoint, List<String> platforms, Map<String, String> options) {
    public Node {
      platforms = Platforms.of(platforms);
      options = Map.copyOf(options);
    }
  }

  public NewBuilder {
    if (!name.matches("[A-Za-z][A-Za-z0-9._-]{0,60}")) {
      throw new UserError(
          "<builder> is '" + name + "', which is no name for a new builder",
          "Begin with a letter, and go on with letters, digits, '.', '_' and '-'.");
    }
    if (!DRIVERS.contains(driver)) {
      throw new UserError(
          "<createBuilder><driver> is '" + driver + "'",
          "Write " + String.join(", ", DRIVERS) + "; the engine's own builder is always there.");
    }
    nodes =
        nodes.isEmpty()
            ? List.of(new Node(Optional.empty(), List.of(), Map.of()))
            : List.copyOf(nodes);
    if (driver.equals("remote") && nodes.stream().anyMatch(node -> node.endpoint().isEmpty())) {
      throw new UserError(
          "<createBuilder> has the driver remote, and no <endpoint>",
          "Write the address of its BuildKit, for example <endpoint>tcp://buildkit:1234</endpoint>.");
    }
  }

  /**
   * The commands that make it, one for each node. A node has a name, so that two builds that begin
   * at the same time do the same thing twice instead of failing.
   */
  List<List<String>> commands(String docker) {
    List<List<String>> commands = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      List<String> command = new ArrayList<>(List.of(docker, "buildx", "create", "--name", name));
      command.addAll(i == 0 ? List.of("--driver", driver) : List.of("--append"));
      command.addAll(List.of("--node", node(i)));
      if (!node.platforms().isEmpty()) {
        command.addAll(List.of("--platform", String.join(",", node.platforms())));
      }
      new TreeMap<>(node.options())
          .forEach(
              (key, value) -> command.addAll(List.of("--driver-opt", Csv.of(key + "=" + value))));
      config.ifPresent(file -> command.addAll(List.of("--config", file.toString())));
      node.endpoint().ifPresent(endpoint -> command.addAll(List.of("--", endpoint)));
      commands.add(command);
    }
    return commands;
  }

  /**
   * Makes it if it is not there, or the rest of one that was not made to its end.
   *
   * @throws UserError if it cannot be made
   */
  public void make(Exec exec, String docker, Map<String, String> environment)
      throws InterruptedException {
    KnownBuilders known = KnownBuilders.of(environment);
    Map<String, String> there = known.nodes(name);
    if (known.has(name) && !(known.driver(name).equals(driver) && isBegun(there))) {
      return;
    }
    List<List<String>> commands = commands(docker);
    for (int i = 0; i < commands.size(); i++) {
      if (!there.containsKey(node(i))) {
        run(exec, Exec.Command.of(commands.get(i), environment));
      }
    }
  }

  /**
   * What is not as it would be made about a builder that has the name already; empty where there is
   * none, or where it has the driver.
   *
   * @param environment the variables that buildx sees
   */
  public Optional<String> unlike(Map<String, String> environment) {
    String known = KnownBuilders.of(environment).driver(name);
    if (known.isEmpty() || known.equals(driver)) {
      return Optional.empty();
    }
    return Optional.of(
        "the builder '"
            + name
            + "' is there already, with the driver "
            + known
            + ", and is used as it is: <createBuilder> has "
            + driver);
  }

  /** Whether the first node is there as it would be made. */
  private boolean isBegun(Map<String, String> there) {
    Optional<String> endpoint = Optional.ofNullable(there.get(node(0)));
    return endpoint.isPresent() && nodes.get(0).endpoint().or(() -> endpoint).equals(endpoint);
  }

  private String node(int number) {
    return KnownBuilders.stored(name) + number;
  }

  private void run(Exec exec, Exec.Command command) throws InterruptedException {
    StringBuilder error = new StringBuilder();
    try {
      Exec.Outcome outcome =
          exec.run(
              command,
              line -> {
                if (error.length() < MAX_ERROR) {
                  error.append(Progress.plain(line)).append(' ');
                }
              });
      if (outcome.exitCode() != 0) {
        throw failed(error.toString().strip().replaceFirst("^ERROR: ", ""), null);
      }
    } catch (IOException e) {
      throw failed(e.getMessage(), e);
    }
  }

  private UserError failed(String why, Exception cause) {
    BuildFailure known = BuildFailure.of(List.of(), List.of(why));
    if (known.kind() == BuildFailure.Kind.ENGINE) {
      return known.error();
    }
    return new UserError(
        "The builder '" + name + "' cannot be made: " + Masked.NOTHING.line(why),
        "Check <createBuilder>, or make it by hand with docker buildx create.",
        cause);
  }
}
