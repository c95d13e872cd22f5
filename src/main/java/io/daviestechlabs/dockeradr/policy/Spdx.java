package io.daviestechlabs.dockeradr.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The SPDX licence list, and the spellings by which POMs call the same licences.
 *
 * <p>The identifiers are those of the {@code spdx-license-ids} package; the spellings are a small
 * table of our own. A name that neither knows has no identifier, and none is guessed.
 */
public final class Spdx {
  private static final String IDS =
      "/META-INF/resources/webjars/spdx-license-ids/3.0.21/index.json";
  private static final String RETIRED =
      "/META-INF/resources/webjars/spdx-license-ids/3.0.21/deprecated.json";
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+(?:\\.[0-9]+)*|\\+");
  private static final Pattern GLUED_VERSION = Pattern.compile("(?<=[a-z])v(?=[0-9])");
  private static final Set<String> FILLERS =
      Set.of("the", "version", "v", "ver", "license", "licence", "licenses", "software", "of");
  private static final Pattern LICENCE_PAGE =
      Pattern.compile("(?:opensource|spdx)\\.org/licenses?/([^/]+)/?");
  private static final Pattern ENDING = Pattern.compile("(?:\\.(?:txt|html?|php))?/?$");
  private static final Pattern PAGE = Pattern.compile("[a-z.]+\\.[a-z]+/");
  private static final Pattern TOKEN = Pattern.compile("[()]|[A-Za-z0-9.:+-]+");
  private static final Pattern OWN_REFERENCE =
      Pattern.compile("(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");
  private static final Pattern EXCEPTION = Pattern.compile("[A-Za-z0-9.-]+");
  private static final int MAX_EXPRESSION = 2000;

  private final Map<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> pages = new HashMap<>();

  private Spdx() {
    for (String list : new String[] {IDS, RETIRED}) {
      Matcher quoted = QUOTED.matcher(read(list));
      while (quoted.find()) {
        ids.putIfAbsent(quoted.group(1), quoted.group(1));
      }
    }
    for (String line : read("licence-names.txt").split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("#")) {
        String spelling = line.substring(colon + 2).strip();
        boolean page = PAGE.matcher(spelling).lookingAt();
        (page ? pages : names).put(page ? spelling : key(spelling), line.substring(0, colon));
      }
    }
  }

  /** The list that ships with this plugin; reading it takes a few milliseconds. */
  public static Spdx list() {
    return new Spdx();
  }

  /** All identifiers, for suggestions. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(ids.keySet());
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
    return current(stripped).or(() -> Optional.of(stripped).filter(this::isExpression));
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
      Optional<String> known =
          current(page.group(1)).or(() -> current(withoutEnding(page.group(1))));
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
    return ids.containsKey(word) || ids.containsKey(id) || OWN_REFERENCE.matcher(word).matches();
  }

  /** The list's own spelling; GPL-2.0 and its kin were split into -only and -or-later. */
  private Optional<String> current(String name) {
    String id = ids.get(name);
    if (id == null) {
      return Optional.empty();
    }
    boolean later = id.endsWith("+");
    String bare = later ? id.substring(0, id.length() - 1) : id;
    String successor = ids.get(bare + (later ? "-or-later" : "-only"));
    return Optional.of(successor == null ? id : successor);
  }

  private static String withoutEnding(String address) {
    return ENDING.matcher(address).replaceFirst("");
  }

  /** What remains of a name when nothing but its distinctive words are kept. */
  private static String key(String name) {
    String text = name.length() > MAX_EXPRESSION ? name.substring(0, MAX_EXPRESSION) : name;
    return WORD.matcher(GLUED_VERSION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "))
        .results()
        .map(match -> match.group().replaceFirst("(?<=\\d)\\.0$", ""))
        .filter(word -> !FILLERS.contains(word))
        .collect(Collectors.joining(" "));
  }

  private static String read(String resource) {
    try (InputStream in = Spdx.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
