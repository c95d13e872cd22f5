package io.daviestechlabs.dockeradr.verify;

import java.util.List;

/**
 * The registries with which plain HTTP is allowed: this machine, and those that the daemon lists as
 * insecure.
 *
 * @param listed hosts, hosts with port, and IPv4 ranges such as {@code 10.0.0.0/8}
 */
public record PlainHosts(List<String> listed) {
  public PlainHosts {
    listed = List.copyOf(listed);
  }

  boolean isLoopback(String host) {
    String name = name(host);
    return name.equals("localhost") || name.equals("[::1]") || inside(name, "127.0.0.0/8");
  }

  boolean allows(String host) {
    String name = name(host);
    if (isLoopback(host) || listed.contains(host)) {
      return true;
    }
    for (String each : listed) {
      if (each.equals(name) || inside(name, each)) {
        return true;
      }
    }
    return false;
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean inside(String name, String range) {
    int slash = range.indexOf('/');
    if (slash < 0 || !range.substring(slash + 1).matches("\\d{1,2}")) {
      return false;
    }
    long address = ipv4(name);
    long network = ipv4(range.substring(0, slash));
    int bits = Math.min(32, Integer.parseInt(range.substring(slash + 1)));
    long mask = bits == 0 ? 0 : 0xFFFFFFFFL << 32 - bits & 0xFFFFFFFFL;
    return address >= 0 && network >= 0 && (address & mask) == (network & mask);
  }

  private static long ipv4(String text) {
    if (!text.matches("\\d{1,3}(?:\\.\\d{1,3}){3}")) {
      return -1;
    }
    long value = 0;
    for (String part : text.split("\\.")) {
      value = value << 8 | Integer.parseInt(part) & 0xFF;
    }
    return value;
  }
}
