package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What BuildKit has against an instruction that its parser let pass, in its order and its words.
 */
final class Faults {
  private static final List<String> KEYWORDS =
      List.of(
          "add",
          "arg",
          "cmd",
          "copy",
          "entrypoint",
          "env",
          "expose",
          "from",
          "healthcheck",
          "label",
          "maintainer",
          "onbuild",
          "run",
          "shell",
          "stopsignal",
          "user",
          "volume",
          "workdir");
  private static final FlagRules NO_FLAGS = FlagRules.none();
  private static final FlagRules FROM = NO_FLAGS.text("platform");
  private static final FlagRules RUN =
      NO_FLAGS.text("network").texts("mount", "security", "device");
  private static final FlagRules TRANSFER =
      NO_FLAGS.text("chown", "chmod").bool("link").texts("exclude");
  private static final FlagRules COPY = TRANSFER.text("from").bool("parents");
  private static final FlagRules ADD = TRANSFER.text("checksum").bool("keep-git-dir", "unpack");
  private static final List<String> TIMES =
      List.of("interval", "timeout", "start-period", "start-interval");
  private static final FlagRules HEALTHCHECK =
      NO_FLAGS.text("interval", "timeout", "start-period", "start-interval", "retries");

  private Faults() {}

  /** The first fault, or empty. */
  static Optional<String> of(Raw raw) {
    String name = Names.lower(raw.keyword());
    return switch (name) {
      case "add" -> transfer(raw, "ADD", ADD);
      case "arg" -> arg(raw);
      case "cmd", "entrypoint" -> NO_FLAGS.fault(raw);
      case "copy" -> transfer(raw, "COPY", COPY);
      case "env" -> pairs(raw, "ENV");
      case "expose" -> first(some(raw, "EXPOSE"), NO_FLAGS.fault(raw));
      case "from" -> first(from(raw.arguments()), FROM.fault(raw));
      case "healthcheck" -> healthcheck(raw);
      case "label" -> pairs(raw, "LABEL");
      case "maintainer", "user", "workdir" -> first(one(raw), NO_FLAGS.fault(raw));
      case "onbuild" -> onbuild(raw);
      case "run" -> run(raw);
      case "shell" -> first(NO_FLAGS.fault(raw), shell(raw));
      case "stopsignal" -> one(raw);
      case "volume" -> volume(raw);
      default -> Optional.of(unknown(raw.keyword().toString()));
    };
  }

  private static String unknown(String keyword) {
    Function<String, String> likeIt =
        keyword.equals(Names.upper(keyword)) ? Names::upper : Function.identity();
    Optional<String> meant = Suggestion.nearest(keyword, KEYWORDS, false).map(likeIt);
    return "unknown instruction: " + keyword + Suggestion.suffix(meant);
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... faults) {
    for (Optional<String> fault : faults) {
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> when(boolean wrong, String message) {
    return wrong ? Optional.of(message) : Optional.empty();
  }

  private static Optional<String> one(Raw raw) {
    String name = Names.upper(raw.keyword());
    return when(raw.arguments().size() != 1, name + " requires exactly one argument");
  }

  private static Optional<String> some(Raw raw, String name) {
    return when(raw.arguments().isEmpty(), name + " requires at least one argument");
  }

  private static Optional<String> transfer(Raw raw, String name, FlagRules flags) {
    List<Text> words = raw.arguments();
    if (words.size() < 2) {
      return Optional.of(
          name
              + " requires at least two arguments, but only one was provided."
              + " Destination could not be determined");
    }
    boolean heredoc = Heredocs.opener(words.get(words.size() - 1)).isPresent();
    return first(
        flags.fault(raw), when(heredoc, name + " cannot accept a heredoc as a destination"));
  }

  private static Optional<String> arg(Raw raw) {
    boolean blank = false;
    for (Text word : raw.arguments()) {
      blank |= word.length() > 0 && word.charAt(0) == '=';
    }
    return first(some(raw, "ARG"), when(blank, "ARG names can not be blank"));
  }

  private static Optional<String> pairs(Raw raw, String name) {
    boolean blank = false;
    for (int i = 0; i < raw.arguments().size(); i += 3) {
      blank |= raw.arguments().get(i).length() == 0;
    }
    return first(
        NO_FLAGS.fault(raw), some(raw, name), when(blank, name + " names can not be blank"));
  }

  private static Optional<String> from(List<Text> words) {
    boolean named = words.size() == 3 && Names.lower(words.get(1)).equals("as");
    if (!named) {
      return when(words.size() != 1, "FROM requires either one or three arguments");
    }
    String alias = words.get(2).toString();
    return when(
        !isStageName(Names.lower(alias)),
        "invalid name for build stage: "
            + GoQuote.quote(alias)
            + ", name can't start with a number or contain symbols");
  }

  private static boolean isStageName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static Optional<String> healthcheck(Raw raw) {
    List<Text> words = raw.arguments();
    if (words.isEmpty()) {
      return some(raw, "HEALTHCHECK");
    }
    String type = Names.upper(words.get(0));
    if (type.equals("NONE")) {
      return when(words.size() > 1, "HEALTHCHECK NONE takes no arguments");
    }
    return first(
        HEALTHCHECK.fault(raw),
        when(
            !type.equals("CMD"),
            "Unknown type " + GoQuote.quote(type) + " in HEALTHCHECK (try CMD)"),
        when(words.size() == 1, "Missing command after HEALTHCHECK CMD"),
        times(raw),
        retries(raw));
  }

  private static Optional<String> times(Raw raw) {
    for (String name : TIMES) {
      String text = raw.flagText(name);
      if (text.isEmpty()) {
        continue;
      }
      GoDuration duration = GoDuration.parse(text);
      if (duration.value().isEmpty()) {
        return Optional.of(duration.error());
      }
      Duration value = duration.value().get();
      if (!value.isZero() && value.compareTo(Duration.ofMillis(1)) < 0) {
        return Optional.of("Interval " + GoQuote.quote(name) + " cannot be less than 1ms");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> retries(Raw raw) {
    String text = raw.flagText("retries");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean isNumber = text.matches("[+-]?[0-9]{1,1000}");
    try {
      int value = isNumber ? Integer.parseInt(text) : 0;
      return isNumber
          ? when(value < 0, "--retries cannot be negative (" + value + ")")
          : Optional.of("strconv.ParseInt: parsing " + GoQuote.quote(text) + ": invalid syntax");
    } catch (NumberFormatException e) {
      return Optional.of(
          "strconv.ParseInt: parsing " + GoQuote.quote(text) + ": value out of range");
    }
  }

  private static Optional<String> onbuild(Raw raw) {
    if (raw.inner().isEmpty()) {
      return some(raw, "ONBUILD");
    }
    String trigger = Names.upper(raw.inner().get().keyword());
    return first(
        NO_FLAGS.fault(raw),
        switch (trigger) {
          case "ONBUILD" -> Optional.of("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
          case "MAINTAINER", "FROM" ->
              Optional.of(trigger + " isn't allowed as an ONBUILD trigger");
          default -> Optional.empty();
        });
  }

  private static Optional<String> run(Raw raw) {
    Optional<String> fault = RUN.fault(raw);
    return fault.isPresent() ? fault : first(mounts(raw), network(raw), security(raw));
  }

  private static Optional<String> mounts(Raw raw) {
    for (Flag flag : raw.flags()) {
      Optional<String> fault = flag.is("mount") ? mount(flag) : Optional.empty();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mount(Flag flag) {
    Csv fields = Csv.read(flag.value().orElseThrow().text());
    if (fields.error().isPresent()) {
      return fields.error().map(e -> "failed to parse csv mounts: " + e);
    }
    for (Mount.Field field : Mount.of(flag, flag.value().get()).fields()) {
      boolean isFrom = field.value().isPresent() && Names.lower(field.key()).equals("from");
      if (isFrom && hasDollar(field.value().get())) {
        return Optional.of("'from' doesn't support variable expansion, define alias stage instead");
      }
    }
    return Optional.empty();
  }

  private static boolean hasDollar(Word word) {
    int dollar = word.text().indexOf('$', 0);
    return dollar >= 0 && dollar + 1 < word.text().length();
  }

  private static Optional<String> network(Raw raw) {
    for (Flag flag : raw.flags()) {
      if (flag.is("network")) {
        String mode = flag.value().orElseThrow().toString();
        return when(
            !List.of("default", "none", "host").contains(mode),
            "invalid network mode " + GoQuote.quote(mode));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> security(Raw raw) {
    for (Flag flag : raw.flags()) {
      if (!flag.is("security")) {
        continue;
      }
      Csv fields = Csv.read(flag.value().orElseThrow().text());
      if (fields.error().isPresent()) {
        return fields.error().map(e -> "failed to parse csv security: " + e);
      }
      for (Text field : fields.fields()) {
        if (!field.is("insecure") && !field.is("sandbox")) {
          return Optional.of("security " + GoQuote.quote(field.toString()) + " is not valid");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> shell(Raw raw) {
    return first(
        some(raw, "SHELL"), when(!raw.json(), "SHELL requires the arguments to be in JSON form"));
  }

  private static Optional<String> volume(Raw raw) {
    boolean blank = false;
    for (Text word : raw.arguments()) {
      blank |= Space.strip(word).length() == 0;
    }
    return first(
        some(raw, "VOLUME"),
        NO_FLAGS.fault(raw),
        when(blank, "VOLUME specified can not be an empty string"));
  }
}
