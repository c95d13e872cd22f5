package io.daviestechlabs.dockeradr.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** Compiled by the first value that needs it, as is the other one: each takes a cold JVM 2 ms. */
  private static final class FileName {
    private static final Pattern PATTERN =
        Pattern.compile(
            "/(?:[a-z0-9_.-]+/)*[a-z0-9_.-]+|[a-z0-9_./-]+\\.(?:sh|txt|json|ya?ml|xml|py|pem)");
  }

  /**
   * Tokens whose issuers made them easy to tell, by what they begin with.
   *
   * @param start what hardly any other text begins with
   * @param rest what follows, as an expression; compiling all of them takes a cold JVM 5 ms
   */
  private record Token(String start, String rest) {
    /** Adds where they stand in a text. */
    private void find(String text, List<Span> found) {
      int at = text.indexOf(start);
      if (at < 0) {
        return;
      }
      Matcher matcher = Pattern.compile(Pattern.quote(start) + rest).matcher(text);
      while (at >= 0) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        boolean isToken = begins && matcher.region(at, text.length()).lookingAt();
        int end = isToken ? matcher.end() : at + start.length();
        if (isToken) {
          found.add(new Span(at, end));
        }
        at = text.indexOf(start, end);
      }
    }
  }

  /** As GitHub's secret scanning and the issuers' own documentation describe them. */
  private static final List<Token> TOKENS =
      List.of(
          new Token("ghp_", "[A-Za-z0-9]{20,}"),
          new Token("gho_", "[A-Za-z0-9]{20,}"),
          new Token("ghu_", "[A-Za-z0-9]{20,}"),
          new Token("ghs_", "[A-Za-z0-9]{20,}"),
          new Token("ghr_", "[A-Za-z0-9]{20,}"),
          new Token("github_pat_", "[A-Za-z0-9_]{20,}"),
          new Token("glpat-", "[A-Za-z0-9_-]{16,}"),
          new Token("gldt-", "[A-Za-z0-9_-]{16,}"),
          new Token("glrt-", "[A-Za-z0-9_-]{16,}"),
          new Token("glcbt-", "[A-Za-z0-9_-]{16,}"),
          new Token("xox", "[abeoprs]-[A-Za-z0-9-]{10,}"),
          new Token("AKIA", "[A-Z0-9]{16}(?![A-Za-z0-9])"),
          new Token("ASIA", "[A-Z0-9]{16}(?![A-Za-z0-9])"),
          new Token("AIza", "[A-Za-z0-9_-]{35}"),
          new Token("npm_", "[A-Za-z0-9]{36}"),
          new Token("pypi-", "[A-Za-z0-9_-]{40,}"),
          new Token("dckr_", "[a-z]{1,20}_[A-Za-z0-9_-]{20,}"),
          new Token("hf_", "[A-Za-z0-9]{30,}"),
          new Token("sk-", "(?:ant|proj)-[A-Za-z0-9_-]{16,}"),
          new Token("sk_", "(?:live|test)_[A-Za-z0-9_-]{16,}"),
          new Token("eyJ", "[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]*"),
          new Token("-----BEGIN ", "[A-Z ]{0,40}PRIVATE KEY"));

  /** What ends the part of an address that may hold a login. */
  private static final String IN_LOGIN = "@/ \t\n\r\"'`<>|;";

  /** A name and a value, or a flag and a value. */
  private static final class Pair {
    private static final Pattern PATTERN =
        Pattern.compile(
            "(?<![\\w.-])(?:--?)?(?:(?:([A-Za-z_][\\w-]{0,80})[ \\t]*[=:]|(?<=--)([a-z][\\w-]{0,40})[ \\t])"
                + "[ \\t]*)[\"']?([^\\s\"',;]+)");
  }

  private SecretShape() {}

  /** Why a pair looks like a secret, or empty. */
  public static Optional<String> of(String name, String value) {
    Optional<String> why =
        named(name)
            ? Optional.of("its name looks like one")
            : !passwords(value).isEmpty()
                ? Optional.of("its value is an address with a password")
                : tokens(value).isEmpty()
                    ? Optional.empty()
                    : Optional.of("its value looks like one");
    return why.isPresent() && isHarmless(value) ? Optional.empty() : why;
  }

  public static boolean isOf(String name, String value) {
    return of(name, value).isPresent();
  }

  /** Whether a value is none that anybody would hide, whatever its name is. */
  public static boolean isHarmless(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return HARMLESS.contains(word)
        || word.chars().filter(c -> c != '-').distinct().count() == 1
        || FileName.PATTERN.matcher(word).matches();
  }

  /** Whether a flag, without dashes, takes a secret itself: {@code password}, {@code api-key}. */
  public static boolean isFlag(String name) {
    if (name.length() > 40 || name.equals("secret") || !named(name)) {
      return false;
    }
    List<String> words = words(name.toLowerCase(Locale.ROOT));
    String last = words.get(words.size() - 1);
    return !NOT.contains(words.get(0)) && (SECRET.contains(last) || last.equals("key"));
  }

  /** Where in a text tokens stand, in no order. */
  public static List<Span> tokens(CharSequence characters) {
    String text = characters.toString();
    List<Span> found = new ArrayList<>();
    for (Token token : TOKENS) {
      token.find(text, found);
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

  /** The values of {@code name=value}, {@code name: value} and {@code --name value}, in order. */
  public static List<Span> values(CharSequence text) {
    List<Span> found = new ArrayList<>();
    Matcher pair = Pair.PATTERN.matcher(text);
    for (int from = 0; pair.find(from); ) {
      boolean isFlag = pair.group(2) != null;
      String value = pair.group(3);
      boolean announced = isFlag ? isFlag(pair.group(2)) : named(pair.group(1));
      if (announced && !isHarmless(value) && "$<{".indexOf(value.charAt(0)) < 0) {
        found.add(new Span(pair.start(3), pair.end(3)));
      }
      // What is the value of one may be a pair itself.
      from = announced ? pair.end() : pair.start(3);
    }
    return found;
  }

  /** What looks like a secret in lines of a file, whatever its language. */
  public static List<Span> in(Source source, Span lines) {
    String text = source.slice(lines);
    return Stream.of(tokens(text), passwords(text), values(text))
        .flatMap(List::stream)
        .map(found -> new Span(lines.start() + found.start(), lines.start() + found.end()))
        .toList();
  }

  /** Whether a name announces a secret, rather than something about one. */
  public static boolean named(String name) {
    List<String> words = words(name.length() > 200 ? name.substring(0, 200) : name);
    String before = "";
    boolean found = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean isLast = i == words.size() - 1;
      found |= SECRET.contains(word);
      found |= word.equals("pass") && isLast && !before.equals("proxy");
      found |= word.equals("key") && KEY_OWNER.contains(before);
      if (word.equals("public")) {
        return false;
      }
      before = word;
    }
    return found && !ABOUT.contains(before);
  }

  /**
   * The words of a name, in small letters: {@code apiKey2} has three. Where it starts with another
   * character than a letter or digit, the first word is empty.
   */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean isPart = i < name.length() && isWord(name.charAt(i));
      if (isPart && !(i > start && beginsWord(name, i))) {
        continue;
      }
      if (i > start || i == 0 && i < name.length()) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
      }
      start = isPart ? i : i + 1;
    }
    return words;
  }

  private static boolean isWord(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /** Whether a capital follows a small letter or digit, or the digits at the end a letter. */
  private static boolean beginsWord(String name, int at) {
    char before = name.charAt(at - 1);
    char c = name.charAt(at);
    if (c >= 'A' && c <= 'Z') {
      return before < 'A' || before > 'Z';
    }
    return c <= '9' && before > '9' && onlyDigits(name, at);
  }

  private static boolean onlyDigits(String name, int from) {
    int i = from;
    while (i < name.length() && name.charAt(i) >= '0' && name.charAt(i) <= '9') {
      i++;
    }
    return i == name.length();
  }

  /** A text without the passwords that addresses in it carry. */
  public static String withoutLogins(String text) {
    return text.replaceAll("(?i)([a-z][a-z0-9+.-]{0,30}://)[^/\\s@]+@", "$1***@");
  }
}
