package io.daviestechlabs.dockeradr.buildx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names and values that look like secrets; it says what gave them away, never the value. */
final class SecretShape {
  private static final Set<String> SECRET =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "pword",
          "passphrase",
          "secret",
          "secrets",
          "token",
          "tokens",
          "credential",
          "credentials",
          "creds",
          "apikey",
          "auth");
  private static final Set<String> KEY_OWNER =
      Set.of(
          "api",
          "access",
          "secret",
          "private",
          "signing",
          "encryption",
          "ssh",
          "deploy",
          "account");
  private static final Set<String> ABOUT =
      Set.of(
          "file",
          "path",
          "dir",
          "url",
          "uri",
          "host",
          "name",
          "id",
          "type",
          "mode",
          "method",
          "version",
          "header",
          "length",
          "size",
          "ttl",
          "expiry",
          "provider",
          "issuer",
          "realm",
          "enabled",
          "disabled",
          "required",
          "count",
          "image",
          "service",
          "scheme");
  private static final Set<String> HARMLESS =
      Set.of("", "true", "false", "yes", "no", "on", "off", "none", "0", "1");
  private static final Pattern WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9]+$)");
  private static final Pattern LOGIN =
      Pattern.compile("[a-z][a-z0-9+.-]{0,30}://[^/\\s:@]*:[^/\\s@]+@");
  private static final List<Pattern> TOKENS =
      List.of(
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{20,}"),
          Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{20,}"),
          Pattern.compile("\\bgl(?:pat|dt|rt|cbt)-[A-Za-z0-9_-]{16,}"),
          Pattern.compile("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}"),
          Pattern.compile("\\bnpm_[A-Za-z0-9]{36}"),
          Pattern.compile("\\bpypi-[A-Za-z0-9_-]{40,}"),
          Pattern.compile("\\bdckr_[a-z]+_[A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\bhf_[A-Za-z0-9]{30,}"),
          Pattern.compile("\\bsk[-_](?:live|test|ant|proj)[-_][A-Za-z0-9_-]{16,}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\."),
          Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY"));

  private SecretShape() {}

  /** Why a pair looks like a secret, or empty. */
  static Optional<String> of(String name, String value) {
    if (HARMLESS.contains(value.strip().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if (named(name)) {
      return Optional.of("its name looks like one");
    }
    if (LOGIN.matcher(value).find()) {
      return Optional.of("its value is an address with a password");
    }
    return TOKENS.stream().anyMatch(token -> token.matcher(value).find())
        ? Optional.of("its value looks like one")
        : Optional.empty();
  }

  /** Whether a name announces a secret, rather than something about one. */
  static boolean named(String name) {
    String[] words = WORDS.split(name.length() > 200 ? name.substring(0, 200) : name);
    boolean found = false;
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      boolean key = word.equals("key") && i > 0;
      found |= SECRET.contains(word);
      found |= key && KEY_OWNER.contains(words[i - 1].toLowerCase(Locale.ROOT));
      if (word.equals("public")) {
        return false;
      }
    }
    return found && !ABOUT.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
  }

  /** A text without the passwords that addresses in it carry. */
  static String withoutLogins(String text) {
    return text.replaceAll("(?i)([a-z][a-z0-9+.-]{0,30}://)[^/\\s@]+@", "$1***@");
  }
}
