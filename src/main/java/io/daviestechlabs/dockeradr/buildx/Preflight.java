package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the machine can do, asked before the build so that it does not fail late.
 *
 * @param buildx the version of the plugin, empty where there is none; an empty text where nobody
 *     has asked for it yet
 * @param server the version of the daemon, empty where it does not answer
 * @param daemonError why the daemon does not answer
 * @param containerdStore whether the daemon keeps images in containerd's store
 * @param driver of the builder: {@code docker}, {@code docker-container}, …; empty if unknown
 * @param builderError why there is no such builder
 * @param machines how many the builder has
 * @param insecure registries that the daemon or some builder speaks plain HTTP with: hosts and
 *     address ranges
 */
public record Preflight(
    Optional<String> buildx,
    Optional<String> server,
    String daemonError,
    boolean containerdStore,
    String driver,
    String builderError,
    int machines,
    List<String> insecure) {
  private static final Pattern DRIVER = Pattern.compile("(?m)^Driver:[ \\t]*(\\S*)");
  private static final Pattern MACHINE = Pattern.compile("(?m)^Endpoint:");
  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4}).*");
  private static final Pattern TOLD_VERSION = Pattern.compile("^\\S+ (\\S+)");
  private static final String OWN_DRIVER = "docker";
  private static final int OLDEST_MINOR = 13;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The first whose bake gives addresses to hosts, and whose bake asks for privileges. */
  private static final int HOSTS_MINOR = 25;

  private static final int PRIVILEGES_MINOR = 17;
  private static final Answer OWN_BUILDER = new Answer("Driver: " + OWN_DRIVER, "", false);
  private static final String STORE_REMEDY =
      "Set \"features\": {\"containerd-snapshotter\": true} in the daemon's daemon.json, or use"
          + " another builder: docker buildx create --use.";

  private static final String BUILDER_REMEDY =
      "Name another builder with <builder>: docker buildx create makes one.";

  /** Asks the machine, or knows what it answered a moment ago. */
  @FunctionalInterface
  public interface Asking {
    /**
     * What the machine can do.
     *
     * @throws UserError if there is no docker command
     */
    Preflight of(Exec exec, Engine engine, Map<String, String> environment)
        throws InterruptedException;
  }

  public Preflight {
    insecure = List.copyOf(insecure);
  }

  /**
   * Asks daemon and builder, both at the same time.
   *
   * @throws UserError if there is no docker command
   */
  public static Preflight of(Exec exec, Engine engine, Map<String, String> environment)
      throws InterruptedException {
    return of(exec, engine, environment, PATIENCE);
  }

  /**
   * The same for a daemon that has some time to answer.
   *
   * @param patience how long to wait for it; buildx itself waits for its machines for 20 seconds
   */
  static Preflight of(Exec exec, Engine engine, Map<String, String> environment, Duration patience)
      throws InterruptedException {
    Asked<Answer> daemon =
        Asked.now(() -> ask(exec, QuickDocker.info(engine.docker()), environment));
    Answer builder = OWN_BUILDER;
    if (!isEnginesOwn(engine, environment)) {
      try {
        builder = ask(exec, inspect(engine), environment);
      } catch (InterruptedException e) {
        daemon.drop();
        throw e;
      }
    }
    Optional<Answer> answer = daemon.answer(patience);
    Answer info = answer.isPresent() ? answer.get() : silent(environment);
    if (info.missing()) {
      throw new UserError(
          "There is no command '" + engine.docker() + "'",
          "Install Docker, or put its command on the path.");
    }
    return read(info.output(), info.error(), builder)
        .withInsecure(KnownBuilders.of(environment).plainRegistries());
  }

  /** In the words of the docker command, which itself would wait for ever. */
  private static Answer silent(Map<String, String> environment) {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    String where = host.isEmpty() ? "" : " at " + host;
    return new Answer("", "Cannot connect to the Docker daemon" + where + ".", false);
  }

  /**
   * Whether no builder but the engine's own can be meant: nobody has made another one. Asking
   * buildx takes longer than all other questions together.
   */
  private static boolean isEnginesOwn(Engine engine, Map<String, String> environment) {
    if (engine.builder().isPresent() || !environment.getOrDefault("BUILDX_BUILDER", "").isEmpty()) {
      return false;
    }
    return KnownBuilders.of(environment).isEmpty();
  }

  private static List<String> inspect(Engine engine) {
    List<String> command = new ArrayList<>(List.of(engine.docker(), "buildx", "inspect"));
    if (engine.builder().isPresent()) {
      command.add(engine.builder().get());
    }
    return command;
  }

  /** Reads the two answers. */
  static Preflight read(String info, String infoError, Answer builder) {
    Json node = Json.parse(info).orElse(Json.NULL);
    // A command that fails before it answers has an error to tell, and nothing about plugins.
    Optional<String> buildx =
        node.at("ClientInfo").exists() ? Optional.empty() : Optional.of("unknown");
    for (Json plugin : node.at("ClientInfo").at("Plugins").elements()) {
      if (plugin.at("Name").text().equals("buildx") && !plugin.at("Err").exists()) {
        buildx = Optional.of(plugin.at("Version").text());
      }
    }
    String version = node.at("ServerVersion").text();
    String error = node.at("ServerErrors").at(0).text(infoError);
    boolean store = node.at("DriverStatus").toString().contains("io.containerd.snapshotter");
    Matcher driver = DRIVER.matcher(builder.output());
    return new Preflight(
        buildx,
        version.isEmpty() ? Optional.empty() : Optional.of(version),
        version.isEmpty() ? error : "",
        store,
        driver.find() ? driver.group(1) : "",
        builder.error(),
        Math.max(1, (int) MACHINE.matcher(builder.output()).results().count()),
        insecure(node.at("RegistryConfig")));
  }

  private Preflight withInsecure(List<String> more) {
    List<String> all = new ArrayList<>(insecure);
    all.addAll(more);
    return new Preflight(
        buildx, server, daemonError, containerdStore, driver, builderError, machines, all);
  }

  /** Whether the builder exports into the daemon's own store, so that a push also loads. */
  public boolean keepsWhatItPushes() {
    return driver.equals(OWN_DRIVER);
  }

  /**
   * Whether annotations arrive wherever an image is delivered to. What another driver loads into
   * the classic image store, or writes for {@code docker load}, is in a format that has none.
   */
  public boolean keepsAnnotations(Delivery delivery) {
    boolean older =
        delivery.load() && !containerdStore || delivery.has(ImageFile.Form.DOCKER_ARCHIVE);
    return keepsWhatItPushes() || !older;
  }

  /**
   * Who does not tell, before an image is pushed, which digest it will have in a registry; empty
   * where it is told. What several machines have built is made one image in the registry alone.
   */
  public Optional<String> tellsNoDigestFirst(BuildRequest request) {
    if (isClassic()) {
      return Optional.of("the engine's classic image store");
    }
    return isSpread(request) ? Optional.of("a builder of several machines") : Optional.empty();
  }

  /** Whether daemon and builder have answered. */
  public boolean isComplete() {
    return buildx.isPresent() && server.isPresent() && !driver.isEmpty();
  }

  /** Refuses what cannot work, before anything is started. */
  public void check(BuildRequest request) {
    checkBuildx();
    if (daemonError.contains("context not found")) {
      throw failure(daemonError).error();
    }
    boolean needed = driver.isEmpty() || keepsWhatItPushes() || request.delivery().load();
    if (server.isEmpty() && needed && !builderError.contains("no builder")) {
      throw failure(daemonError.isEmpty() ? builderError : daemonError).error();
    }
    if (builderError.contains("no builder")) {
      throw failure(builderError).error();
    }
    CacheStore store = request.cache().store();
    if (keepsWhatItPushes()
        && store.needsOtherDriver()
        && request.cache().mode() == Cache.Mode.REQUIRED) {
      throw new UserError(
          "The required cache cannot be had: the engine's own builder knows no " + store.type(),
          BUILDER_REMEDY);
    }
    if (isClassic()) {
      checkClassic(request);
    }
    if (!request.marks().annotations().isEmpty()) {
      checkAnnotations(request);
    }
    if (request.makesIndex() && request.delivery().has(ImageFile.Form.DOCKER_ARCHIVE)) {
      throw new UserError(
          "A docker archive holds one platform and no attestations",
          "Use <ociArchive>, or build for one platform without provenance and bill of materials.");
    }
  }

  /**
   * Refuses a buildx that does not know what all builds ask of it.
   *
   * @throws UserError if there is none, or if it is too old
   */
  public void checkBuildx() {
    if (buildx.isEmpty()) {
      throw new UserError(
          "The docker command has no buildx plugin",
          "Install it: the package is docker-buildx-plugin or docker-buildx.");
    }
    if (isOlderThan(OLDEST_MINOR)) {
      throw new UserError(
          "docker buildx is too old: " + buildx.get(),
          "Install version 0." + OLDEST_MINOR + " or later.");
    }
  }

  /**
   * The same with the version of buildx, which is asked for if nobody has; what has none is none.
   */
  public Preflight withVersion(Exec exec, Engine engine, Map<String, String> environment)
      throws InterruptedException {
    if (!buildx.equals(Optional.of(""))) {
      return this;
    }
    Answer answer = ask(exec, List.of(engine.docker(), "buildx", "version"), environment);
    Matcher version = TOLD_VERSION.matcher(answer.output());
    return new Preflight(
        version.find() ? Optional.of(version.group(1)) : Optional.empty(),
        server,
        daemonError,
        containerdStore,
        driver,
        builderError,
        machines,
        insecure);
  }

  /**
   * Whether the bake of an older buildx would pass over what is wanted in silence, or not
   * understand it, so that the version has to be known.
   *
   * @param requests that are to be built in one run
   */
  public static boolean isForLater(List<BuildRequest> requests) {
    return hasHosts(requests) || hasPrivileges(requests);
  }

  private static boolean hasHosts(List<BuildRequest> requests) {
    return requests.stream().anyMatch(request -> !request.sandbox().hosts().isEmpty());
  }

  private static boolean hasPrivileges(List<BuildRequest> requests) {
    return requests.stream().anyMatch(request -> !request.sandbox().privileges().isEmpty());
  }

  /**
   * Refuses what the bake of an older buildx would pass over in silence, or not understand.
   *
   * @param requests that are to be built in one run
   */
  public void checkTogether(List<BuildRequest> requests) {
    if (hasHosts(requests)) {
      needs(HOSTS_MINOR, "<addHosts> for several images");
    }
    if (hasPrivileges(requests)) {
      needs(PRIVILEGES_MINOR, "<allow>, or the network of the host, for several images");
    }
  }

  private void needs(int minor, String what) {
    if (isOlderThan(minor)) {
      throw new UserError(
          what + " is beyond buildx " + buildx.orElse(""),
          "Install buildx 0." + minor + " or later, or build the images in modules of their own.");
    }
  }

  private boolean isOlderThan(int minor) {
    Matcher version = VERSION.matcher(buildx.orElse(""));
    return version.matches()
        && Integer.parseInt(version.group(1)) == 0
        && Integer.parseInt(version.group(2)) < minor;
  }

  /**
   * The request as this engine can carry it out.
   *
   * @param warnings gets what had to be left out
   */
  public BuildRequest adapt(BuildRequest request, List<String> warnings) {
    BuildRequest adapted = request;
    Delivery delivery = request.delivery();
    CacheStore store = request.cache().store();
    if (keepsWhatItPushes() && store.needsOtherDriver() && isCached(request)) {
      warnings.add(
          "The cache is neither read nor written: the engine's own builder knows no "
              + store.type()
              + ". "
              + BUILDER_REMEDY);
      adapted = adapted.withCache(request.cache().withMode(Cache.Mode.OFF));
    } else if (isClassic()
        && !(store instanceof CacheStore.Inline)
        && request.cache().written(request).isPresent()) {
      warnings.add(
          "The cache is read but not written: the engine's classic image store cannot export it. "
              + STORE_REMEDY);
      adapted = adapted.withCache(request.cache().withMode(Cache.Mode.READ));
    }
    if (isSpread(request)
        && !(store instanceof CacheStore.Inline)
        && adapted.cache().written(request).isPresent()) {
      warnings.add(
          "The cache will have the platforms of one machine only: the builder has "
              + machines
              + ", and what the last of them writes takes the place of the others'.");
    }
    if (keepsWhatItPushes()
        && delivery.rewriteTimestamps()
        && (delivery.load() || delivery.push())) {
      delivery = delivery.withoutRewriting();
    }
    if (keepsWhatItPushes() && delivery.load() && delivery.push()) {
      // Both would write the same name into one store at once, and now and then one of them fails.
      delivery = delivery.withoutLoad();
    }
    return adapted.withDelivery(delivery);
  }

  private static boolean isCached(BuildRequest request) {
    return request.cache().mode() != Cache.Mode.OFF;
  }

  private boolean isSpread(BuildRequest request) {
    return machines > 1 && request.platforms().size() > 1;
  }

  private boolean isClassic() {
    return keepsWhatItPushes() && !containerdStore;
  }

  private void checkClassic(BuildRequest request) {
    String store = " is beyond the engine's classic image store";
    if (request.cache().mode() == Cache.Mode.REQUIRED) {
      throw new UserError("The required cache" + store, STORE_REMEDY);
    }
    if (request.platforms().size() > 1) {
      throw new UserError("An image for several platforms" + store, STORE_REMEDY);
    }
    if (request.attestations().any()) {
      throw new UserError("Provenance or a bill of materials" + store, STORE_REMEDY);
    }
    if (!request.delivery().files().isEmpty()) {
      throw new UserError("An archive or layout" + store, STORE_REMEDY);
    }
  }

  /** Those of the user, which are not left out without a word as ours are. */
  private void checkAnnotations(BuildRequest request) {
    if (isClassic()) {
      throw new UserError("An annotation is beyond the engine's classic image store", STORE_REMEDY);
    }
    if (!keepsAnnotations(request.delivery())) {
      throw new UserError(
          "<annotations> would be lost: what a builder with the driver "
              + driver
              + " writes for docker load, or loads into the classic image store, has none",
          "Push the image, or use <ociArchive> or <ociLayout>, without <load> and <dockerArchive>.");
    }
  }

  private static BuildFailure failure(String error) {
    return BuildFailure.of(List.of(), error.lines().toList());
  }

  private static List<String> insecure(Json config) {
    List<String> found = new ArrayList<>(config.at("InsecureRegistryCIDRs").texts());
    for (Json index : config.at("IndexConfigs").members().values()) {
      if (index.at("Secure").isFalse()) {
        found.add(index.at("Name").text());
      }
    }
    return found;
  }

  /** What a command answered. */
  record Answer(String output, String error, boolean missing) {}

  private static Answer ask(Exec exec, List<String> command, Map<String, String> environment)
      throws InterruptedException {
    StringBuilder error = new StringBuilder();
    try {
      Exec.Outcome outcome =
          exec.run(
              Exec.Command.of(command, environment),
              line -> {
                if (error.length() < 10_000) {
                  error.append(line).append('\n');
                }
              });
      return new Answer(outcome.output(), error.toString(), false);
    } catch (IOException e) {
      return new Answer("", e.getMessage(), true);
    }
  }
}
