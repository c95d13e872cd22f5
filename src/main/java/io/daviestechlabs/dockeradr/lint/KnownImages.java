package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What well-known base images bring along, from their own Dockerfiles. */
final class KnownImages {
  private static final Map<String, Map<String, String>> VARIABLES =
      Map.of(
          "golang", Map.of("GOPATH", "/go"),
          "rust", Map.of("CARGO_HOME", "/usr/local/cargo"),
          "composer", Map.of("COMPOSER_HOME", "/tmp"));

  /** Official images whose USER is not root. */
  private static final Set<String> NOT_ROOT =
      Set.of(
          "elasticsearch",
          "emqx",
          "geonetwork",
          "haproxy",
          "jenkins",
          "jetty",
          "kibana",
          "logstash",
          "memcached",
          "open-liberty",
          "solr",
          "sonarqube",
          "spark",
          "varnish",
          "websphere-liberty");

  /** Others that run as root. */
  private static final Set<String> ROOT =
      Set.of(
          "nvidia/cuda",
          "rocm/pytorch",
          "rocm/dev-ubuntu-22.04",
          "pytorch/pytorch",
          "tensorflow/tensorflow",
          "continuumio/miniconda3",
          "continuumio/anaconda3",
          "condaforge/miniforge3",
          "condaforge/mambaforge",
          "astral-sh/uv",
          "oven/bun");

  /** Users that images bring: those they run as, and {@code node} of the official one. */
  private static final Map<String, Account> USERS =
      Map.of(
          "node", Account.of(1000, 1000, "/home/node"),
          "rayproject/ray", Account.of(1000, 1000, "/home/ray"),
          "rayproject/ray-ml", Account.of(1000, 1000, "/home/ray"),
          "rayproject/ray-llm", Account.of(1000, 1000, "/home/ray"),
          "jupyter/base-notebook", Account.of(1000, 100, "/home/jovyan"),
          "jupyter/minimal-notebook", Account.of(1000, 100, "/home/jovyan"),
          "jupyter/scipy-notebook", Account.of(1000, 100, "/home/jovyan"),
          "jupyter/datascience-notebook", Account.of(1000, 100, "/home/jovyan"));

  private KnownImages() {}

  /** The variables that the image at the root of a stage sets, of those that rules ask for. */
  static Map<String, String> variables(StageGraph stages, Stage stage) {
    return official(image(stages, stage))
        .map(i -> VARIABLES.getOrDefault(i, Map.of()))
        .orElse(Map.of());
  }

  /** Who the image at the root of a stage runs as. */
  static Account account(StageGraph stages, Stage stage) {
    Optional<String> image = image(stages, stage);
    if (official(image).filter(name -> !NOT_ROOT.contains(name)).isPresent()) {
      return Account.ROOT;
    }
    String named = image.map(KnownImages::named).orElse("");
    return ROOT.contains(named) ? Account.ROOT : USERS.getOrDefault(named, Account.UNKNOWN);
  }

  /** Whether it is an official image that names another user than root. */
  static boolean isOfficialWithUser(String image) {
    return official(Optional.of(image)).filter(NOT_ROOT::contains).isPresent();
  }

  /** An account that the image at the root of a stage has, or every image. */
  static Optional<Account> user(StageGraph stages, Stage stage, String name) {
    if (name.equals("root") || name.equals("0")) {
      return Optional.of(Account.ROOT);
    }
    Optional<String> image = image(stages, stage);
    String key = official(image).or(() -> image.map(KnownImages::named)).orElse("");
    return Optional.ofNullable(USERS.get(key))
        .filter(
            account ->
                account.home().get().endsWith("/" + name)
                    || account.uid().map(String::valueOf).filter(name::equals).isPresent());
  }

  /** Owner and name of an image, without registry. */
  private static String named(String image) {
    String repository = repository(image);
    int name = repository.lastIndexOf('/');
    int owner = repository.lastIndexOf('/', name - 1);
    return repository.substring(owner + 1);
  }

  /** The image that a stage is made of in the end. */
  static Optional<String> image(StageGraph stages, Stage stage) {
    return stages.image(stages.root(stage));
  }

  /** The name of an official image, which has no owner. */
  private static Optional<String> official(Optional<String> image) {
    return image
        .map(KnownImages::repository)
        .map(repository -> without("library/", without("docker.io/", repository)))
        .filter(r -> r.indexOf('/') < 0);
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** An image without tag and digest. */
  private static String repository(String image) {
    int digest = image.indexOf('@');
    String named = (digest < 0 ? image : image.substring(0, digest)).toLowerCase(Locale.ROOT);
    int colon = named.lastIndexOf(':');
    return colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
  }
}
