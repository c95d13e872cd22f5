package io.daviestechlabs.dockeradr.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells names and values that look like secrets; it says what gave them away, never the value.
 *
 * <p>The one list of them; that of files is {@code ignore.SecretFiles}.
 */
public final class SecretShape {
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
      Set.of(
          "",
          "true",
          "false",
          "yes",
          "no",
          "on",
          "off",
          "none",
          "null",
          "0",
          "1",
          "dummy",
          "placeholder",
          "unset");

  /** First words of flags that want no secret. */
  private static final Set<String> NOT =
      Set.of("disable", "disabled", "no", "without", "allow", "skip", "use", "require");

  private static final Pattern FILE =
      Pattern.compile(
          "/(?:[a-z0-9_.-]+/)*[a-z0-9_.-]+|[a-z0-9_./-]+\\.(?:sh|txt|json|ya?ml|xml|py|pem)");
  private static final Pattern WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9]+$)");

  /**
   * Tokens whose issuers made them easy to tell, by what they begin with.
   *
   * @param start what no other text begins with
   * @param whole all of it
   */
  private record Token(String start, Pattern whole) {
    static Token of(String start, String rest) {
      return new Token(start, Pattern.compile(Pattern.quote(start) + rest));
    }

    /** Where one ends that starts at an index; negative if none does. */
    private int endAt(String text, int at) {
      if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        return -1;
      }
      Matcher matcher = whole.matcher(text).region(at, text.length());
      return matcher.lookingAt() ? matcher.end() : -1;
    }
  }

  /** As GitHub's secret scanning and the issuers' own documentation describe them. */
  private static final List<Token> TOKENS =
      List.of(
          Token.of("ghp_", "[A-Za-z0-9]{20,}"),
          Token.of("gho_", "[A-Za-z0-9]{20,}"),
          Token.of("ghu_", "[A-Za-z0-9]{20,}"),
          Token.of("ghs_", "[A-Za-z0-9]{20,}"),
          Token.of("ghr_", "[A-Za-z0-9]{20,}"),
          Token.of("github_pat_", "[A-Za-z0-9_]{20,}"),
          Token.of("glpat-", "[A-Za-z0-9_-]{16,}"),
          Token.of("gldt-", "[A-Za-z0-9_-]{16,}"),
          Token.of("glrt-", "[A-Za-z0-9_-]{16,}"),
          Token.of("glcbt-", "[A-Za-z0-9_-]{16,}"),
          Token.of("xox", "[abeoprs]-[A-Za-z0-9-]{10,}"),
          Token.of("AKIA", "[A-Z0-9]{16}(?![A-Za-z0-9])"),
          Token.of("ASIA", "[A-Z0-9]{16}(?![A-Za-z0-9])"),
          Token.of("AIza", "[A-Za-z0-9_-]{35}"),
          Token.of("npm_", "[A-Za-z0-9]{36}"),
          Token.of("pypi-", "[A-Za-z0-9_-]{40,}"),
          Token.of("dckr_", "[a-z]{1,20}_[A-Za-z0-9_-]{20,}"),
          Token.of("hf_", "[A-Za-z0-9]{30,}"),
          Token.of("sk-", "(?:ant|proj)-[A-Za-z0-9_-]{16,}"),
          Token.of("sk_", "(?:live|test)_[A-Za-z0-9_-]{16,}"),
          Token.of("eyJ", "[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]*"),
          Token.of("-----BEGIN ", "[A-Z ]{0,40}PRIVATE KEY"));

  /** What ends the part of an address that may hold a login. */
  private static final String IN_LOGIN = "@/ \t\n\r\"'`<>|;";

  private SecretShape() {}

  /** Why a pair looks like a secret, or empty. */
  public static Optional<String> of(String name, String value) {
    if (isHarmless(value)) {
      return Optional.empty();
    }
    if (named(name)) {
      return Optional.of("its name looks like one");
    }
    if (!passwords(value).isEmpty()) {
      return Optional.of("its value is an address with a password");
    }
    return tokens(value).isEmpty() ? Optional.empty() : Optional.of("its value looks like one");
  }

  /** Whether a pair looks like a secret. */
  public static boolean isOf(String name, String value) {
    return of(name, value).isPresent();
  }

  /** Whether a value is none that anybody would hide, whatever its name is. */
  public static boolean isHarmless(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return HARMLESS.contains(word)
        || word.chars().filter(c -> c != '-').distinct().count() == 1
        || FILE.matcher(word).matches();
  }

  /** Whether a flag, without dashes, takes a secret itself: {@code password}, {@code api-key}. */
  public static boolean isFlag(String name) {
    String[] words = WORDS.split(name.length() > 40 ? "" : name.toLowerCase(Locale.ROOT));
    if (words.length == 0) {
      return false;
    }
    String last = words[words.length - 1];
    return named(name)
        && !name.equals("secret")
        && !NOT.contains(words[0])
        && (SECRET.contains(last) || last.equals("key"));
  }

  /** Where in a text tokens stand, in no order. */
  public static List<Span> tokens(CharSequence characters) {
    String text = characters.toString();
    List<Span> found = new ArrayList<>();
    for (Token token : TOKENS) {
      int at = text.indexOf(token.start);
      while (at >= 0) {
        int end = token.endAt(text, at);
        if (end > 0) {
          found.add(new Span(at, end));
        }
        at = text.indexOf(token.start, Math.max(end, at + token.start.length()));
      }
    }
    return found;
  }

  /** Where in a text the passwords of {@code scheme://user:password@host} stand, in order. */
  public static List<Span> passwords(CharSequence characters) {
    String text = characters.toString();
    List<Span> found = new ArrayList<>();
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int colon = -1;
      int end = at + 3;
      while (end < text.length() && IN_LOGIN.indexOf(text.charAt(end)) < 0) {
        colon = colon < 0 && text.charAt(end) == ':' ? end : colon;
        end++;
      }
      if (colon > 0 && end < text.length() && text.charAt(end) == '@' && end > colon + 1) {
        found.add(new Span(colon + 1, end));
      }
    }
    return found;
  }

  /** Whether a name announces a secret, rather than something about one. */
  public static boolean named(String name) {
    String[] words = WORDS.split(name.length() > 200 ? name.substring(0, 200) : name);
    boolean found = false;
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      boolean key = word.equals("key") && i > 0;
      found |= SECRET.contains(word);
      found |= word.equals("pass") && i == words.length - 1 && !isProxyPass(words);
      found |= key && KEY_OWNER.contains(words[i - 1].toLowerCase(Locale.ROOT));
      if (word.equals("public")) {
        return false;
      }
    }
    return found && !ABOUT.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
  }

  private static boolean isProxyPass(String[] words) {
    return words.length > 1 && words[words.length - 2].equalsIgnoreCase("proxy");
  }

  /** A text without the passwords that addresses in it carry. */
  public static String withoutLogins(String text) {
    return text.replaceAll("(?i)([a-z][a-z0-9+.-]{0,30}://)[^/\\s@]+@", "$1***@");
  }
}
