package io.daviestechlabs.dockeradr.verify;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The images that the daemon has. */
public final class DaemonImages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An engine's older store packs all of an image before it sends the first byte. */
  private static final Duration SAVING = Duration.ofMinutes(15);

  private static final String KEEPING =
      "Push it (-Ddocker-adr.push), or load it (-Ddocker-adr.load) into an engine with containerd's"
          + " image store.";

  private final DockerClient client;

  private DaemonImages(DockerClient client) {
    this.client = client;
  }

  /**
   * The image of a name with its layers, written to a temporary file.
   *
   * @param exec for asking the docker command about its context
   * @param docker the docker command
   * @param environment that the docker command sees
   * @param name of the image, or its id
   */
  public static ImageSource source(
      Exec exec, String docker, Map<String, String> environment, String name)
      throws InterruptedException {
    if (EngineImage.find(exec, docker, environment, name).isEmpty()) {
      throw missing(name);
    }
    try {
      return save(exec, docker, environment, name, saved -> ImageArchive.spooled(saved, name));
    } catch (IOException | DockerException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Writes an image of the daemon as an OCI layout.
   *
   * @param exec for asking the docker command about its context
   * @param docker the docker command
   * @param environment that the docker command sees
   * @param name of the image
   * @param digest that it has to have
   * @param directory that gets it
   * @throws UserError if the daemon has no such image, or one with another digest
   */
  public static void export(
      Exec exec,
      String docker,
      Map<String, String> environment,
      String name,
      String digest,
      Path directory)
      throws InterruptedException {
    OciLayout layout = new OciLayout(directory);
    try {
      save(exec, docker, environment, name, layout::write);
    } catch (NotFoundException e) {
      throw new UserError("The engine has no image " + name, KEEPING);
    } catch (IOException | DockerException e) {
      throw unreadable(name, e);
    }
    // The classic store packs layers when it is asked, and the manifest is another each time.
    if (!layout.has(digest)) {
      throw new UserError(
          "The engine does not give out the image " + name + " with the digest " + digest, KEEPING);
    }
  }

  private static UserError missing(String name) {
    return new UserError("The engine has no image " + name, "Build or pull it, or check its name.");
  }

  /** Takes an image as a stream. */
  private interface Taker<T> {
    T take(InputStream saved) throws IOException;
  }

  private static <T> T save(
      Exec exec, String docker, Map<String, String> environment, String name, Taker<T> taker)
      throws IOException, InterruptedException {
    Endpoint endpoint = Endpoint.find(exec, docker, environment);
    if (endpoint.isDirect()) {
      try (DaemonImages images = connect(endpoint);
          InputStream saved = images.client.saveImageCmd(name).exec()) {
        return taker.take(saved);
      }
    }
    try (Scratch scratch = Scratch.create()) {
      Path file = scratch.directory().resolve("saved.tar");
      List<String> said = new ArrayList<>();
      List<String> command = List.of(docker, "image", "save", "--output", file.toString(), name);
      if (exec.run(Exec.Command.of(command, environment), said::add).exitCode() != 0) {
        throw new IOException(String.join(" ", said).strip());
      }
      try (InputStream saved = Files.newInputStream(file)) {
        return taker.take(saved);
      }
    }
  }

  private static DaemonImages connect(Endpoint endpoint) {
    DefaultDockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(endpoint.host())
            .withDockerTlsVerify(false)
            .build();
    return new DaemonImages(
        DockerClientImpl.getInstance(
            config,
            new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(endpoint.certificates().map(Path::of).map(ClientTls::new).orElse(null))
                .connectionTimeout(PATIENCE)
                .responseTimeout(SAVING)
                .build()));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }

  private static UserError unreadable(String name, Exception e) {
    return new UserError(
        "The daemon does not tell about image " + name + ": " + e.getMessage(),
        "Check that it still runs, and that DOCKER_HOST or the docker context is right.",
        e);
  }
}
