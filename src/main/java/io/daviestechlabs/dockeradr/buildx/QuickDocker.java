package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Does without the docker command where it only stands in between. To start it takes longer than
 * the engine takes to answer, and before it starts buildx it starts each of its plugins to ask who
 * they are: together that is more than a small rebuild.
 *
 * <p>So buildx is started itself, and the engine of this machine is asked over its socket. Whatever
 * is not as usual is left to the docker command, which knows all ways and has words for what is
 * wrong: an engine elsewhere, a plugin in a place of its own, an answer that is none. And so is
 * everything where the command or the plugin is a script, which may choose for itself.
 */
public final class QuickDocker implements Exec {
  private static final List<String> SYSTEM_PLUGINS =
      List.of(
          "/usr/local/lib/docker/cli-plugins",
          "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins",
          "/usr/libexec/docker/cli-plugins");

  private static final byte[] SCRIPT = {'#', '!'};
  private static final Pattern NAME = Pattern.compile("[\\w./:@-]+");

  private final Exec exec;

  /**
   * @param exec runs what has to be run
   */
  public QuickDocker(Exec exec) {
    this.exec = exec;
  }

  /** The command that tells what the engine is, and which plugins the docker command has. */
  static List<String> info(String docker) {
    return List.of(docker, "info", "--format", "{{json .}}");
  }

  /** The command that tells all of an image, as an array of one. */
  public static List<String> inspect(String docker, String image) {
    return List.of(docker, "image", "inspect", image);
  }

  /** The command that tells how an image came to be, a line of JSON a step. */
  public static List<String> history(String docker, String image) {
    return List.of(
        docker, "image", "history", "--no-trunc", "--human=false", "--format={{json .}}", image);
  }

  @Override
  public Outcome run(Command command, Listener listener) throws IOException, InterruptedException {
    List<String> arguments = command.arguments();
    String docker = arguments.get(0);
    if (arguments.size() < 2 || !isItself(docker)) {
      return exec.run(command, listener);
    }
    if (arguments.get(1).equals("buildx")) {
      Optional<Path> plugin = plugin(command.environment());
      return exec.run(plugin.isPresent() ? started(plugin.get(), command) : command, listener);
    }
    Optional<String> answer = answer(command);
    return answer.isPresent() ? new Outcome(0, answer.get()) : exec.run(command, listener);
  }

  private static Optional<String> answer(Command command) throws InterruptedException {
    List<String> arguments = command.arguments();
    String docker = arguments.get(0);
    String image = arguments.get(arguments.size() - 1);
    Optional<EngineSocket> engine = EngineSocket.find(command.environment());
    if (engine.isEmpty()) {
      return Optional.empty();
    }
    if (arguments.equals(info(docker))) {
      return plugin(command.environment()).isPresent() ? info(engine.get()) : Optional.empty();
    }
    if (!NAME.matcher(image).matches()) {
      return Optional.empty();
    }
    if (arguments.equals(inspect(docker, image))) {
      Optional<String> told = engine.get().get("/images/" + image + "/json");
      return told.isPresent() ? Optional.of("[" + told.get() + "]") : told;
    }
    if (arguments.equals(history(docker, image))) {
      Optional<String> told = engine.get().get("/images/" + image + "/history");
      return told.isPresent() ? Optional.of(lines(told.get())) : told;
    }
    return Optional.empty();
  }

  private static Command started(Path plugin, Command command) {
    List<String> arguments = new ArrayList<>(command.arguments());
    arguments.subList(0, 2).clear();
    arguments.add(0, plugin.toString());
    return new Command(arguments, command.environment(), command.directory(), command.input());
  }

  /** The command would ask the plugin for its version, which takes longer than all else here. */
  private static Optional<String> info(EngineSocket engine) throws InterruptedException {
    String about = engine.get("/info").orElse("");
    return about.startsWith("{")
        ? Optional.of("{\"ClientInfo\":{\"Plugins\":[{\"Name\":\"buildx\"}]}," + about.substring(1))
        : Optional.empty();
  }

  private static String lines(String array) {
    StringBuilder lines = new StringBuilder();
    for (Json step : Json.parse(array).orElse(Json.NULL).elements()) {
      lines.append(step).append('\n');
    }
    return lines.toString();
  }

  /** Where the docker command looks for its plugins, in this order; it asks a script who it is. */
  private static Optional<Path> plugin(Map<String, String> environment) {
    List<Path> directories = new ArrayList<>(DockerConfig.extraPlugins(environment));
    directories.add(DockerConfig.own(environment).resolve("cli-plugins"));
    for (String name : SYSTEM_PLUGINS) {
      directories.add(Path.of(name));
    }
    for (Path directory : directories) {
      Path file = directory.resolve("docker-buildx");
      if (Files.exists(file)) {
        return Files.isExecutable(file) && !isScript(file) ? Optional.of(file) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a command is docker and no script, nor a link to some other program. */
  private static boolean isItself(String command) {
    try {
      Path file = find(command).toRealPath();
      return file.endsWith("docker") && !isScript(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isScript(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(2), SCRIPT);
    } catch (IOException e) {
      // Then it is nothing that we know.
      return true;
    }
  }

  /** Programs are looked for where this process would find them, whatever they get to see. */
  private static Path find(String command) {
    Path name = Path.of(command);
    if (name.getNameCount() == 1) {
      for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
        Path file = Path.of(directory, command);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return name;
  }
}
