package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a {@code RUN} finds around it, where that is not the usual.
 *
 * @param network {@code default}, {@code none} or {@code host}
 * @param hosts addresses by name, beside those that a name server knows
 * @param sharedMemory bytes of {@code /dev/shm}
 * @param limits as {@code ulimit} has them: {@code nofile=1024:2048}
 * @param allowed what BuildKit has to be allowed: {@code network.host}, {@code security.insecure},
 *     {@code device}
 */
public record Sandbox(
    Optional<String> network,
    Map<String, String> hosts,
    OptionalLong sharedMemory,
    List<String> limits,
    List<String> allowed) {
  /** That of every build. */
  public static final Sandbox USUAL =
      new Sandbox(Optional.empty(), Map.of(), OptionalLong.empty(), List.of(), List.of());

  private static final String HOST = "network.host";
  private static final List<String> NETWORKS = List.of("default", "none", "host");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "host-gateway|[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F.]*){2,8}");
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})");

  /** The names are those of the docker command. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime"
              + "|sigpending|stack)=-?[0-9]{1,18}(:-?[0-9]{1,18})?");

  private static final Pattern ENTITLEMENT =
      Pattern.compile("network\\.host|security\\.insecure|device(=[\\x21-\\x7e]{1,200})?");

  /**
   * @throws UserError for what cannot be meant
   */
  public Sandbox {
    limits = List.copyOf(limits);
    allowed = List.copyOf(allowed);
    if (network.isPresent() && !NETWORKS.contains(network.get())) {
      throw new UserError(
          "<network> is '" + network.get() + "', and builds know no networks of containers",
          "Write default, none or host; <addHosts> gives addresses to names.");
    }
    Map<String, String> dense = new TreeMap<>(hosts);
    for (Map.Entry<String, String> host : dense.entrySet()) {
      // Maven has null where an element is empty.
      host.setValue(host.getValue() == null ? "" : host.getValue().replaceAll("\\s", ""));
      checkHost(host.getKey(), host.getValue());
    }
    hosts = Collections.unmodifiableMap(dense);
    for (String limit : limits) {
      if (!LIMIT.matcher(limit).matches()) {
        throw new UserError(
            "<ulimits> has '" + limit + "', which is no limit",
            "Write name=soft:hard, for example nofile=1024:2048.");
      }
    }
    for (String entitlement : allowed) {
      if (!ENTITLEMENT.matcher(entitlement).matches()) {
        throw new UserError(
            "<allow> has '" + entitlement + "', which BuildKit does not know",
            "Write network.host, security.insecure or device.");
      }
    }
  }

  /** What BuildKit has to be allowed, be it asked for or needed. */
  List<String> privileges() {
    if (!network.equals(Optional.of("host")) || allowed.contains(HOST)) {
      return allowed;
    }
    List<String> all = new ArrayList<>(allowed);
    all.add(HOST);
    return all;
  }

  private static void checkHost(String name, String addresses) {
    if (!HOST_NAME.matcher(name).matches()) {
      throw new UserError(
          "<addHosts> has '" + name + "', which is no name of a host",
          "Write <build.example.com>10.1.2.3</build.example.com>.");
    }
    for (String address : addresses.split(",", -1)) {
      if (!ADDRESS.matcher(address.strip()).matches()) {
        throw new UserError(
            "<addHosts><" + name + "> is '" + addresses + "', which is no address",
            "Write an IP address or host-gateway, or several with commas.");
      }
    }
  }
}
