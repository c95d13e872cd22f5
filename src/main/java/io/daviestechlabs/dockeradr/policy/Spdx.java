package io.daviestechlabs.dockeradr.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SPDX licence list, and the spellings by which POMs call the same licences.
 *
 * <p>The identifiers are those of the {@code spdx-license-ids} package; the spellings are a small
 * table of our own. A name that neither knows has no identifier, and none is guessed.
 */
public final class Spdx {
  private static final String LIST =
      "/META-INF/resources/webjars/spdx-license-ids/3.0.21/index.json";
  private static final String RETIRED =
      "/META-INF/resources/webjars/spdx-license-ids/3.0.21/deprecated.json";
  private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+(?:\\.[0-9]+)*|\\+");
  private static final Pattern GLUED_VERSION = Pattern.compile("(?<=[a-z])v(?=[0-9])");
  private static final Set<String> FILLERS =
      Set.of("the", "version", "v", "ver", "license", "licence", "licenses", "software", "of");
  private static final Pattern LICENCE_PAGE =
      Pattern.compile("(?:opensource|spdx)\\.org/licenses?/([^/]+)/?");
  private static final Pattern ENDING = Pattern.compile("(?:\\.(?:txt|html?|php))?/?$");
  private static final Pattern TOKEN = Pattern.compile("[()]|[A-Za-z0-9.:+-]+");
  private static final Pattern OWN_REFERENCE =
      Pattern.compile("(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");
  private static final Pattern EXCEPTION = Pattern.compile("[A-Za-z0-9.-]+");
  private static final int MAX_EXPRESSION = 2000;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> pages = new HashMap<>();

  private Spdx() {
    for (String line : read("licence-names.txt").split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("#")) {
        String spelling = line.substring(colon + 2);
        boolean page = spelling.indexOf('/') >= 0;
        (page ? pages : names).put(spelling, line.substring(0, colon));
      }
    }
  }

  /** The list that ships with this plugin; reading it takes a few milliseconds. */
  public static Spdx list() {
    return new Spdx();
  }

  /** All identifiers. */
  public Set<String> ids() {
    return Set.copyOf(Listed.IDS.values());
  }

  /**
   * The identifier or expression of a licence as a POM names it.
   *
   * @param name for example {@code The Apache Software License, Version 2.0}
   */
  public Optional<String> ofName(String name) {
    String stripped = name.strip();
    String spelt = names.get(key(stripped));
    if (spelt != null) {
      return Optional.of(spelt);
    }
    Optional<String> id = current(stripped);
    return id.isEmpty() && isExpression(stripped) ? Optional.of(stripped) : id;
  }

  /**
   * The identifier of the licence whose text is at an address.
   *
   * @param url for example {@code https://www.apache.org/licenses/LICENSE-2.0.txt}
   */
  public Optional<String> ofUrl(String url) {
    String address = url.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://(?:www\\.)?", "");
    if (address.length() > MAX_EXPRESSION) {
      return Optional.empty();
    }
    Matcher page = LICENCE_PAGE.matcher(address);
    if (page.matches()) {
      Optional<String> known = current(page.group(1));
      if (known.isEmpty()) {
        known = current(withoutEnding(page.group(1)));
      }
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.ofNullable(pages.get(withoutEnding(address)));
  }

  /** Whether a text is an SPDX licence expression: identifiers, AND, OR, WITH, parentheses. */
  public boolean isExpression(String text) {
    if (text.length() > MAX_EXPRESSION) {
      return false;
    }
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    int open = 0;
    boolean operand = true;
    boolean plain = false;
    while (token.find()) {
      if (!text.substring(end, token.start()).isBlank()) {
        return false;
      }
      end = token.end();
      String word = token.group();
      if (operand) {
        if (word.equals("(")) {
          open++;
        } else if (isLicence(word)) {
          operand = false;
          plain = true;
        } else {
          return false;
        }
      } else if (word.equals(")")) {
        open--;
        plain = false;
        if (open < 0) {
          return false;
        }
      } else if (word.equals("WITH") && plain) {
        if (!token.find() || !EXCEPTION.matcher(token.group()).matches()) {
          return false;
        }
        end = token.end();
        plain = false;
      } else if (word.equals("AND") || word.equals("OR")) {
        operand = true;
      } else {
        return false;
      }
    }
    return !operand && open == 0 && text.substring(end).isBlank();
  }

  private boolean isLicence(String word) {
    String id = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
    return Listed.IDS.containsKey(small(word))
        || Listed.IDS.containsKey(small(id))
        || OWN_REFERENCE.matcher(word).matches();
  }

  /** The list's own spelling; GPL-2.0 and its kin were split into -only and -or-later. */
  private Optional<String> current(String name) {
    String id = Listed.IDS.get(small(name));
    if (id == null) {
      return Optional.empty();
    }
    boolean later = id.endsWith("+");
    String bare = later ? id.substring(0, id.length() - 1) : id;
    String successor = Listed.IDS.get(small(bare) + (later ? "-or-later" : "-only"));
    return Optional.of(successor == null ? id : successor);
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withoutEnding(String address) {
    return ENDING.matcher(address).replaceFirst("");
  }

  /** What remains of a name when nothing but its distinctive words are kept. */
  private static String key(String name) {
    String text = name.length() > MAX_EXPRESSION ? name.substring(0, MAX_EXPRESSION) : name;
    Matcher matcher = WORD.matcher(GLUED_VERSION.matcher(small(text)).replaceAll(" "));
    StringJoiner key = new StringJoiner(" ");
    while (matcher.find()) {
      String word = matcher.group();
      String bare = word.endsWith(".0") ? word.substring(0, word.length() - 2) : word;
      if (!FILLERS.contains(bare)) {
        key.add(bare);
      }
    }
    return key.toString();
  }

  private static String read(String resource) {
    try (InputStream in = Spdx.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when a name is looked for that is no usual spelling, which few POMs have. */
  private static final class Listed {
    /** By their small letters. */
    static final Map<String, String> IDS = new HashMap<>();

    static {
      for (String list : new String[] {LIST, RETIRED}) {
        String[] parts = read(list).split("\"");
        for (int i = 1; i < parts.length; i += 2) {
          IDS.putIfAbsent(small(parts[i]), parts[i]);
        }
      }
    }
  }
}
