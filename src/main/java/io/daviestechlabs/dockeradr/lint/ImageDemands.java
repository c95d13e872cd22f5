package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a project asks of its images, beside what the decision asks of all.
 *
 * @param kind what they are for
 * @param labels values that they must have, by key
 * @param ports that they may listen on, such as {@code 8080} or {@code 53/udp}; any where empty
 * @param maxSize bytes of the files in all layers together
 * @param maxLayerSize bytes of the files in a layer that is not of the base image
 * @param maxWaste bytes that a layer may hide of the layers below
 * @param minEfficiency the part of all bytes that a container must see, from 0 to 1
 * @param maxBaseAge days that the base image may be old
 * @param withBase whether the layers of the base image are judged too
 */
public record ImageDemands(
    ImageKind kind,
    Map<String, String> labels,
    Optional<List<String>> ports,
    OptionalLong maxSize,
    OptionalLong maxLayerSize,
    long maxWaste,
    double minEfficiency,
    int maxBaseAge,
    boolean withBase) {
  private static final Pattern PORT = Pattern.compile("\\d{1,5}(?:/(?:tcp|udp|sctp))?");

  /** What is asked where nobody says otherwise. */
  public static final ImageDemands USUAL =
      new ImageDemands(
          ImageKind.SERVICE,
          Map.of(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          10_000_000,
          0.9,
          180,
          false);

  public ImageDemands {
    if (!(minEfficiency >= 0 && minEfficiency <= 1)) {
      throw new UserError(
          "<minEfficiency> is " + minEfficiency, "Write the part of all bytes, from 0 to 1.");
    }
    if (maxBaseAge < 0) {
      throw new UserError("<maxBaseAge> is " + maxBaseAge, "Write a number of days, 0 or more.");
    }
    for (String port : ports.orElse(List.of())) {
      if (!PORT.matcher(port.strip()).matches()) {
        throw new UserError(
            "<allowedPorts> has '" + port + "', which is no port",
            "Write a number, or number/protocol as in 53/udp.");
      }
    }
    labels = Map.copyOf(labels);
    ports = ports.map(List::copyOf);
  }

  /** Whether one may listen on a port, {@code 8080/tcp}; tcp is meant where nothing is said. */
  public boolean allowsPort(String port) {
    return ports.isEmpty()
        || ports.get().stream().map(ImageDemands::whole).anyMatch(whole(port)::equals);
  }

  private static String whole(String port) {
    return port.indexOf('/') < 0 ? port.strip() + "/tcp" : port.strip();
  }
}
