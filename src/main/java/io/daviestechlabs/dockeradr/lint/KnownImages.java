package io.daviestechlabs.dockeradr.lint;

import static io.daviestechlabs.dockeradr.lint.Distribution.ALPINE;
import static io.daviestechlabs.dockeradr.lint.Distribution.BUSYBOX;
import static io.daviestechlabs.dockeradr.lint.Distribution.DEBIAN;
import static io.daviestechlabs.dockeradr.lint.Distribution.DISTROLESS;
import static io.daviestechlabs.dockeradr.lint.Distribution.RHEL;
import static io.daviestechlabs.dockeradr.lint.Distribution.SCRATCH;
import static io.daviestechlabs.dockeradr.lint.Distribution.SUSE;
import static io.daviestechlabs.dockeradr.lint.Distribution.UBUNTU;
import static io.daviestechlabs.dockeradr.lint.Distribution.WINDOWS;
import static io.daviestechlabs.dockeradr.lint.Distribution.WOLFI;

import io.daviestechlabs.dockeradr.dockerfile.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What well-known base images are made of and bring along, from their own Dockerfiles.
 *
 * <p>A row says what all variants of an image have in common, and what only the full one has beside
 * it: a tag with {@code slim} leaves that out, and one with the word of another distribution, such
 * as {@code alpine}, {@code bookworm} or {@code jammy}, changes the distribution too.
 */
final class KnownImages {
  /**
   * Variants of one image.
   *
   * @param common what all have
   * @param full programs of those that are not slim and of the row's own family
   * @param usual both
   */
  private record Row(KnownImage common, String full, KnownImage usual) {
    static Row of(KnownImage common, String full) {
      return new Row(common, full, full.isEmpty() ? common : common.with(full));
    }
  }

  /** Programs of {@code buildpack-deps}, of {@code buildpack-deps:scm} at least. */
  private static final String BUILDPACK = "curl wget git perl python3 gpg ssh";

  /** Images whose USER is not root, of which no more is known here. */
  private static final List<String> OTHER_USERS =
      List.of(
          "adminer",
          "apache/kafka",
          "apache/nifi",
          "apache/superset",
          "apache/zeppelin",
          "appcafe/open-liberty",
          "appcafe/websphere-liberty",
          "curlimages/curl",
          "dependencytrack/apiserver",
          "elasticsearch",
          "emqx",
          "geonetwork",
          "grafana/grafana",
          "grafana/k6",
          "haproxy",
          "hazelcast/hazelcast",
          "ibmcom/websphere-liberty",
          "jenkins",
          "jenkins/agent",
          "jenkins/inbound-agent",
          "jenkins/jenkins",
          "jetbrains/teamcity-server",
          "jetty",
          "keycloak/keycloak",
          "kibana",
          "logstash",
          "memcached",
          "open-liberty",
          "openliberty/open-liberty",
          "openzipkin/zipkin",
          "prom/alertmanager",
          "prom/node-exporter",
          "prom/prometheus",
          "pytorch/torchserve",
          "sagemaker/sagemaker-distribution",
          "solr",
          "sonarqube",
          "sonatype/nexus3",
          "spark",
          "varnish",
          "websphere-liberty");

  /** Owners all of whose images have such a USER, in their present releases. */
  private static final Set<String> OTHER_USERS_OWNERS =
      Set.of("bitnami", "bitnamilegacy", "bitnamisecure", "confluentinc", "sclorg", "selenium");

  /** What stands before the name of an official image, on Docker Hub or its mirrors. */
  private static final List<String> OFFICIAL = List.of("library/", "docker.io/");

  /** By the names of Microsoft's registry, and those that they had on Docker Hub before. */
  private static final Pattern WINDOWS_NAME =
      Pattern.compile(
          "(?:^|/)windows(?:[/:@]|$)|windows-insider|nanoserver|servercore|dotnet/framework/"
              + "|(?:^|/)microsoft/iis(?:[:@]|$)");

  private static final Map<String, Row> ROWS = rows();

  private KnownImages() {}

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new HashMap<>();
    distributions(rows);
    languages(rows);
    servers(rows);
    owned(rows);
    return Map.copyOf(rows);
  }

  private static void distributions(Map<String, Row> rows) {
    add(rows, "scratch", KnownImage.of(SCRATCH));
    add(rows, "alpine", KnownImage.of(ALPINE));
    add(rows, "busybox", KnownImage.of(BUSYBOX));
    add(rows, "debian", KnownImage.of(DEBIAN));
    add(rows, "ubuntu", KnownImage.of(UBUNTU));
    add(rows, "ubuntu/ubuntu", KnownImage.of(UBUNTU));
    add(rows, "buildpack-deps", KnownImage.of(DEBIAN), BUILDPACK);
    for (String name :
        List.of(
            "almalinux",
            "amazonlinux",
            "amazonlinux/amazonlinux",
            "centos",
            "centos/centos",
            "fedora",
            "fedora/fedora",
            "oraclelinux",
            "oracle/oraclelinux",
            "rockylinux",
            "rockylinux/rockylinux",
            "registry.access.redhat.com/ubi8",
            "registry.access.redhat.com/ubi9",
            "ubi8/ubi",
            "ubi8/ubi-minimal",
            "ubi9/ubi",
            "ubi9/ubi-minimal",
            "ubi10/ubi",
            "ubi10/ubi-minimal")) {
      add(rows, name, KnownImage.of(RHEL));
    }
    add(rows, "opensuse/leap", KnownImage.of(SUSE).withOthers());
    add(rows, "opensuse/tumbleweed", KnownImage.of(SUSE).withOthers());
  }

  private static void languages(Map<String, Row> rows) {
    KnownImage debian = KnownImage.of(DEBIAN);
    Account node = Account.of(1000, 1000, "/home/node");
    add(rows, "node", debian.with("node npm npx yarn").having("node", node), BUILDPACK);
    add(rows, "python", debian.with("python python3 pip"), BUILDPACK);
    add(rows, "pypy", debian.with("pypy pypy3 python python3 pip"), BUILDPACK);
    add(rows, "ruby", debian.with("ruby gem bundle"), BUILDPACK);
    add(rows, "golang", debian.with("go").setting("GOPATH", "/go"), BUILDPACK);
    add(rows, "rust", debian.setting("CARGO_HOME", "/usr/local/cargo"), BUILDPACK);
    add(rows, "perl", debian, BUILDPACK);
    add(rows, "elixir", debian, BUILDPACK);
    add(rows, "erlang", debian, BUILDPACK);
    add(rows, "php", debian.with("php curl").having("www-data"));
    add(rows, "composer", KnownImage.of(ALPINE).withOthers().setting("COMPOSER_HOME", "/tmp"));
    // of the JDK's own images, the full ones are Debian's or Oracle's, by version
    add(rows, "openjdk", debian, BUILDPACK);
    add(rows, "eclipse-temurin", KnownImage.of(UBUNTU).with("curl"), "wget");
    add(rows, "amazoncorretto", KnownImage.of(RHEL));
    add(rows, "ibm-semeru-runtimes", KnownImage.of(UBUNTU).withOthers());
    add(rows, "maven", KnownImage.of(UBUNTU).withOthers());
    Account gradle = Account.of(1000, 1000, "/home/gradle");
    add(rows, "gradle", KnownImage.of(UBUNTU).withOthers().having("gradle", gradle));
    add(rows, "haskell", debian.withOthers());
    add(rows, "swift", KnownImage.of(UBUNTU).withOthers());
  }

  private static void servers(Map<String, Row> rows) {
    KnownImage debian = KnownImage.of(DEBIAN);
    Account nginx = Account.numbered("101:101");
    add(rows, "nginx", debian.with("curl wget").having("nginx", nginx).exposing(80));
    add(
        rows,
        "nginxinc/nginx-unprivileged",
        debian.with("curl wget").runAs("nginx").having("nginx").exposing(8080));
    add(rows, "httpd", debian.withOthers().having("www-data"));
    add(rows, "caddy", KnownImage.of(ALPINE).withOthers());
    add(rows, "postgres", debian.withOthers().having("postgres"));
    add(rows, "redis", debian.withOthers().having("redis"));
    add(rows, "mysql", KnownImage.of(RHEL).withOthers().having("mysql"));
    add(rows, "mariadb", KnownImage.of(UBUNTU).withOthers().having("mysql"));
    add(rows, "mongo", KnownImage.of(UBUNTU).withOthers().having("mongodb"));
    add(rows, "rabbitmq", KnownImage.of(UBUNTU).withOthers().having("rabbitmq"));
    add(rows, "tomcat", KnownImage.of(UBUNTU).with("curl wget").exposing(8080));
    for (String name : OTHER_USERS) {
      add(rows, name, KnownImage.UNKNOWN.runAs(""));
    }
  }

  private static void owned(Map<String, Row> rows) {
    KnownImage ubuntu = KnownImage.of(UBUNTU);
    KnownImage others = KnownImage.UNKNOWN.runAs("root");
    add(rows, "nvidia/cuda", ubuntu.with("curl wget"));
    for (String name :
        List.of(
            "rocm/pytorch",
            "pytorch/pytorch",
            "tensorflow/tensorflow",
            "continuumio/miniconda3",
            "continuumio/anaconda3",
            "condaforge/miniforge3",
            "condaforge/mambaforge",
            "astral-sh/uv")) {
      add(rows, name, others);
    }
    add(rows, "oven/bun", others.having("bun", Account.of(1000, 1000, "/home/bun")));
    add(rows, "denoland/deno", others.having("deno"));
    Account mamba = Account.of(57439, 57439, "/home/mambauser");
    add(
        rows,
        "mambaorg/micromamba",
        KnownImage.of(DEBIAN).withOthers().having("mambauser", mamba).runAs("mambauser"));
    Account ray = Account.of(1000, 1000, "/home/ray");
    for (String name : List.of("rayproject/ray", "rayproject/ray-ml", "rayproject/ray-llm")) {
      add(rows, name, ubuntu.withOthers().having("ray", ray).runAs("ray"));
    }
    Account jovyan = Account.of(1000, 100, "/home/jovyan");
    for (String name :
        List.of("base", "minimal", "scipy", "datascience", "pytorch", "tensorflow")) {
      KnownImage image = ubuntu.withOthers().having("jovyan", jovyan).runAs("jovyan");
      add(rows, "jupyter/" + name + "-notebook", image);
    }
    KnownImage dotnet = KnownImage.of(DEBIAN).having("app");
    for (String name : List.of("dotnet", "core")) {
      add(rows, name + "/aspnet", dotnet);
      add(rows, name + "/runtime", dotnet);
      add(rows, name + "/runtime-deps", dotnet);
      add(rows, name + "/sdk", dotnet.with("dotnet curl wget git"));
    }
  }

  private static void add(Map<String, Row> rows, String name, KnownImage image) {
    add(rows, name, image, "");
  }

  private static void add(Map<String, Row> rows, String name, KnownImage common, String full) {
    rows.put(name, Row.of(common, full));
  }

  /**
   * What is known of an image; of most, nothing but perhaps the distribution.
   *
   * @param image with tag and digest, as FROM has it after its variables are replaced; empty if it
   *     is not known
   */
  static KnownImage of(String image) {
    if (isWindows(image)) {
      return KnownImage.of(WINDOWS).withOthers().runAs("ContainerUser");
    }
    if (image.isEmpty()) {
      return KnownImage.UNKNOWN;
    }
    int digest = image.indexOf('@');
    String lower = Names.lower(digest < 0 ? image : image.substring(0, digest));
    int colon = lower.lastIndexOf(':');
    boolean tagged = colon > lower.lastIndexOf('/');
    String repository = tagged ? lower.substring(0, colon) : lower;
    String tag = tagged ? lower.substring(colon + 1) : "";
    String name = name(repository);
    if (name.startsWith("distroless/")) {
      return distroless(tag);
    }
    if (repository.startsWith("cgr.dev/") || name.startsWith("chainguard/")) {
      return chainguard(name);
    }
    Row row = ROWS.get(name);
    return variant(row == null ? Row.of(unlisted(name), "") : row, tag);
  }

  private static KnownImage variant(Row row, String tag) {
    Optional<Distribution> other = Distribution.ofTag(tag);
    KnownImage common = row.common();
    KnownImage image = other.filter(d -> d != common.distribution()).map(common::on).orElse(common);
    if (image.distribution() == DISTROLESS) {
      // of .NET and the like: those that have no shell name a user
      return image.withOthers().runAs("app");
    }
    boolean family = other.isEmpty() || image.distribution().hasApt();
    if (tag.contains("slim") || !family) {
      return image;
    }
    return image == common ? row.usual() : image.with(row.full());
  }

  /** One of a registry's own images runs as root mostly; of others nothing is known. */
  private static KnownImage unlisted(String name) {
    boolean official = name.indexOf('/') < 0;
    if (!official && OTHER_USERS_OWNERS.contains(name.substring(0, name.indexOf('/')))) {
      return KnownImage.UNKNOWN.runAs("");
    }
    return official || name.startsWith("rocm/dev-")
        ? KnownImage.UNKNOWN.runAs("root")
        : KnownImage.UNKNOWN;
  }

  private static KnownImage distroless(String tag) {
    Account nonroot = Account.of(65532, 65532, "/home/nonroot");
    KnownImage image = KnownImage.of(DISTROLESS).having("nonroot", nonroot);
    KnownImage shell = tag.contains("debug") ? image.with("sh wget nc") : image;
    return (tag.contains("nonroot") ? shell.runAs("nonroot") : shell).with("python3 node java");
  }

  /** Of these, the one to install packages upon runs as root. */
  private static KnownImage chainguard(String name) {
    KnownImage image = KnownImage.of(WOLFI).withOthers();
    return name.endsWith("/wolfi-base") ? image.runAs("root") : image.runAs("nonroot");
  }

  /** Whether an image is one of Windows, as far as its name tells. */
  static boolean isWindows(String image) {
    return WINDOWS_NAME.matcher(Names.lower(image)).find();
  }

  /** The name of an official image, owner and name of others, from whatever registry. */
  private static String name(String repository) {
    int name = repository.lastIndexOf('/');
    int owner = repository.lastIndexOf('/', name - 1);
    String named = repository.substring(owner + 1);
    return OFFICIAL.stream()
        .filter(named::startsWith)
        .findFirst()
        .map(prefix -> named.substring(prefix.length()))
        .orElse(named);
  }
}
