package io.daviestechlabs.dockeradr.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user of a registry; never printed.
 *
 * @param user the name
 * @param secret the password or token
 */
record Login(String user, String secret) {
  /** As HTTP wants it. */
  String header() {
    byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
