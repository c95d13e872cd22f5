package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.SecretShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes commands and output fit to be shown: no value of a secret, no password in an address.
 *
 * @param secrets the values to hide, the longest one first
 */
public record Masked(List<String> secrets) {
  /** Nothing is secret but logins in addresses. */
  public static final Masked NOTHING = new Masked(List.of());

  /** Shorter values would blacken half the log and are no secrets. */
  private static final int SHORTEST = 5;

  private static final String HIDDEN = "***";
  private static final Set<String> PAIRS =
      Set.of("--build-arg", "--label", "--annotation", "--build-context");

  public Masked {
    List<String> hidden = new ArrayList<>();
    for (String value : secrets) {
      if (value.length() >= SHORTEST) {
        int at = 0;
        while (at < hidden.size() && hidden.get(at).length() >= value.length()) {
          at++;
        }
        hidden.add(at, value);
      }
    }
    secrets = List.copyOf(hidden);
  }

  /** Hides the values of the requests' secrets. */
  public static Masked of(List<BuildRequest> requests, Map<String, String> environment) {
    List<String> values = new ArrayList<>();
    for (BuildRequest request : requests) {
      for (Secret secret : request.inputs().secrets()) {
        values.addAll(secret.lines(environment));
      }
    }
    return new Masked(values);
  }

  /** A line of output, fit to be shown. */
  public String line(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown.contains("://") ? SecretShape.withoutLogins(shown) : shown;
  }

  /** A command as one could type it into a shell. */
  public String command(List<String> arguments) {
    List<String> shown = new ArrayList<>();
    String previous = "";
    for (String argument : arguments) {
      shown.add(quoted(line(PAIRS.contains(previous) ? pair(argument) : argument)));
      previous = argument;
    }
    return String.join(" ", shown);
  }

  private static String pair(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      return argument;
    }
    String name = argument.substring(0, equals);
    boolean secret = SecretShape.of(name, argument.substring(equals + 1)).isPresent();
    return secret ? name + "=" + HIDDEN : argument;
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_@%+=:,./*-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
