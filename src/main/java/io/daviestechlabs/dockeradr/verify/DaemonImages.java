package io.daviestechlabs.dockeradr.verify;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.verify.ImageFacts.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The images that the daemon has. */
public final class DaemonImages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An engine's older store packs all of an image before it sends the first byte. */
  private static final Duration SAVING = Duration.ofMinutes(15);

  private final DockerClient client;

  private DaemonImages(DockerClient client) {
    this.client = client;
  }

  /**
   * Connects to the daemon that the docker command uses.
   *
   * @param exec for asking the docker command about its context
   * @param docker the docker command
   * @param environment that the docker command sees
   */
  public static DaemonImages connect(Exec exec, String docker, Map<String, String> environment)
      throws InterruptedException {
    return connect(exec, docker, environment, PATIENCE);
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
    try (DaemonImages images = connect(exec, docker, environment, SAVING)) {
      if (images.find(name).isEmpty()) {
        throw missing(name);
      }
      try (InputStream saved = images.client.saveImageCmd(name).exec()) {
        return ImageArchive.spooled(saved, name);
      } catch (IOException | DockerException e) {
        throw unreadable(name, e);
      }
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
    try (DaemonImages images = connect(exec, docker, environment, SAVING)) {
      try (InputStream saved = images.client.saveImageCmd(name).exec()) {
        LayoutDirectory.write(saved, directory);
      } catch (NotFoundException e) {
        throw missing(name);
      } catch (IOException | DockerException e) {
        throw unreadable(name, e);
      }
    }
    // The classic store packs layers when it is asked, and the manifest is another each time.
    if (!LayoutDirectory.has(directory, digest)) {
      throw new UserError(
          "The engine does not give out the image " + name + " with the digest " + digest,
          "Push it (-Ddocker-adr.push), or give the engine containerd's image store.");
    }
  }

  private static UserError missing(String name) {
    return new UserError("The engine has no image " + name, "Build or pull it, or check its name.");
  }

  private static DaemonImages connect(
      Exec exec, String docker, Map<String, String> environment, Duration patience)
      throws InterruptedException {
    Endpoint endpoint = Endpoint.find(exec, docker, environment);
    if (!endpoint.isDirect()) {
      throw new UserError(
          "The daemon at " + endpoint.host() + " cannot be asked about its images",
          "Verify a pushed image instead, or reach the daemon over tcp.");
    }
    DefaultDockerClientConfig.Builder builder =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(endpoint.host())
            .withDockerTlsVerify(endpoint.certificates().isPresent());
    endpoint.certificates().ifPresent(builder::withDockerCertPath);
    DefaultDockerClientConfig config = builder.build();
    return new DaemonImages(
        DockerClientImpl.getInstance(
            config,
            new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .connectionTimeout(PATIENCE)
                .responseTimeout(patience)
                .build()));
  }

  /** An image by name or id, empty where the daemon has none. */
  public Optional<ImageFacts> find(String name) {
    try {
      return Optional.of(facts(client.inspectImageCmd(name).exec()));
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (DockerException | IllegalStateException e) {
      throw unreadable(name, e);
    } catch (RuntimeException e) {
      // The transport wraps what the socket throws.
      if (e.getCause() instanceof IOException) {
        throw unreadable(name, e);
      }
      throw e;
    }
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

  private static ImageFacts facts(InspectImageResponse image) {
    ContainerConfig config = image.getConfig() == null ? new ContainerConfig() : image.getConfig();
    HealthCheck health = config.getHealthcheck();
    List<String> test = health == null ? null : health.getTest();
    return new ImageFacts(
        digest(image),
        text(image.getId()),
        Optional.ofNullable(image.getCreated()).filter(time -> !time.isEmpty()),
        text(image.getOs()) + "/" + text(image.getArch()),
        text(config.getUser()),
        config.getLabels() == null ? Map.of() : config.getLabels(),
        test == null ? List.of() : test,
        ImageFacts.names(stream(config.getEnv()).toList()),
        stream(config.getExposedPorts()).map(ExposedPort::toString).sorted().toList(),
        layers(image),
        image.getSize() == null ? 0 : image.getSize());
  }

  private static Optional<String> digest(InspectImageResponse image) {
    List<String> digests = image.getRepoDigests();
    return digests == null
        ? Optional.empty()
        : digests.stream()
            .filter(name -> name.contains("@"))
            .map(name -> name.substring(name.indexOf('@') + 1))
            .findFirst();
  }

  private static List<Layer> layers(InspectImageResponse image) {
    return image.getRootFS() == null || image.getRootFS().getLayers() == null
        ? List.of()
        : image.getRootFS().getLayers().stream().map(id -> new Layer(id, "", 0)).toList();
  }

  private static <T> Stream<T> stream(T[] array) {
    return array == null ? Stream.empty() : Arrays.stream(array);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
