package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several images for one {@code docker buildx bake}, so that BuildKit builds them side by side and
 * what they share once.
 */
public final class Bake {
  private final Map<String, BuildRequest> requests;

  /**
   * @param requests by the names of their targets, in the order of their configuration
   */
  public Bake(Map<String, BuildRequest> requests) {
    this.requests = requests;
  }

  /** The definition, as a file of bake in JSON. */
  public String definition() {
    Map<String, Object> targets = new LinkedHashMap<>();
    requests.forEach((id, request) -> targets.put(id, target(request)));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("group", Map.of("default", Map.of("targets", List.copyOf(requests.keySet()))));
    root.put("target", targets);
    return Json.of(root).pretty() + "\n";
  }

  /**
   * The command that builds them.
   *
   * @param definition the file that holds the definition
   * @param metadata where buildx writes digest and name of what it built, by target
   */
  public List<String> arguments(Path definition, Path metadata) {
    Engine engine = requests.values().iterator().next().engine();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(engine.docker(), "buildx", "bake", "--progress=rawjson"));
    engine.builder().ifPresent(name -> command.addAll(List.of("--builder", name)));
    requests.values().stream()
        .flatMap(request -> request.sandbox().privileges().stream())
        .distinct()
        .forEach(entitlement -> command.addAll(List.of("--allow", entitlement)));
    command.addAll(List.of("--file", definition.toString()));
    command.addAll(List.of("--metadata-file", metadata.toString()));
    return List.copyOf(command);
  }

  /**
   * What bake sees of the environment: it asks before it reads files outside of the directory that
   * it runs in, and the definition names whatever the POM names.
   */
  public static Map<String, String> environment(Map<String, String> own) {
    Map<String, String> changed = new HashMap<>(own);
    changed.put("BUILDX_BAKE_ENTITLEMENTS_FS", "0");
    return Map.copyOf(changed);
  }

  private static Map<String, Object> target(BuildRequest request) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("context", literal(request.context().toString()));
    target.put("dockerfile", literal(request.dockerfile().toString()));
    request.target().ifPresent(stage -> target.put("target", literal(stage)));
    list(target, "platforms", request.platforms());
    list(target, "tags", request.names().stream().map(ImageName::toString).toList());
    pairs(target, "args", Buildx.buildArgs(request));
    pairs(target, "contexts", request.inputs().contexts());
    list(target, "secret", request.inputs().secrets().stream().map(Secret::argument).toList());
    list(target, "ssh", request.inputs().ssh());
    sandbox(target, request.sandbox());
    pairs(target, "labels", request.marks().labels());
    list(target, "annotations", Buildx.annotations(request));
    list(target, "cache-from", Buildx.cacheFrom(request));
    list(target, "cache-to", Buildx.cacheTo(request));
    list(target, "attest", request.attestations().attest());
    list(target, "output", Buildx.outputs(request));
    if (request.engine().noCache()) {
      target.put("no-cache", true);
    }
    list(target, "no-cache-filter", request.engine().uncached());
    if (request.engine().pull()) {
      target.put("pull", true);
    }
    return target;
  }

  private static void sandbox(Map<String, Object> target, Sandbox sandbox) {
    sandbox.network().ifPresent(network -> target.put("network", network));
    pairs(target, "extra-hosts", sandbox.hosts());
    sandbox.sharedMemory().ifPresent(bytes -> target.put("shm-size", String.valueOf(bytes)));
    list(target, "ulimits", sandbox.limits());
    list(target, "entitlements", sandbox.allowed());
  }

  private static void list(Map<String, Object> target, String key, List<String> values) {
    if (!values.isEmpty()) {
      target.put(key, values.stream().map(Bake::literal).toList());
    }
  }

  private static void pairs(Map<String, Object> target, String key, Map<String, String> pairs) {
    if (!pairs.isEmpty()) {
      Map<String, String> literals = new LinkedHashMap<>();
      pairs.forEach((name, value) -> literals.put(literal(name), literal(value)));
      target.put(key, literals);
    }
  }

  /** Bake reads templates in strings. */
  private static String literal(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }
}
