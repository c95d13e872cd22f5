package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.tools.Curl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A secret that a command line hands to a program, written out.
 *
 * @param place the flag, or the secret
 * @param value the secret
 * @param how what hands it over: {@code value of '--password'}
 */
record PassedSecret(Span place, Span value, String how) {
  private static final String HEADER = "authorization:";

  /** Those of one call. */
  static List<PassedSecret> of(Call call) {
    List<PassedSecret> found = new ArrayList<>();
    List<ShellWord> args = call.args();
    for (int i = 0; i < args.size(); i++) {
      String prefix = args.get(i).literalPrefix();
      if (prefix.startsWith("--")) {
        ShellWord next = i + 1 < args.size() ? args.get(i + 1) : null;
        flag(args.get(i), prefix, next).ifPresent(found::add);
      } else if (prefix.regionMatches(true, 0, HEADER, 0, HEADER.length())) {
        args.get(i)
            .literal()
            .flatMap(text -> from(text, HEADER.length(), "Authorization header"))
            .ifPresent(found::add);
      }
    }
    Curl.of(call)
        .flatMap(curl -> curl.arguments().value("-u", "--user"))
        .flatMap(user -> behind(user, ":", "password for '" + call.name() + "'"))
        .ifPresent(found::add);
    if (call.name().equals("chpasswd")) {
      call.pipedFrom().stream()
          .flatMap(echo -> echo.args().stream())
          .flatMap(word -> behind(word, ":", "password for 'chpasswd'").stream())
          .forEach(found::add);
    }
    return found;
  }

  private static Optional<PassedSecret> flag(ShellWord word, String prefix, ShellWord next) {
    int equals = prefix.indexOf('=');
    String flag = equals < 0 ? prefix : prefix.substring(0, equals);
    if (!SecretShape.isFlag(flag.substring(2))) {
      return Optional.empty();
    }
    Optional<ShellWord> value =
        equals < 0 ? Optional.ofNullable(next) : Optional.of(word.from(equals + 1));
    return value
        .filter(v -> v.literal().map(Text::toString).filter(PassedSecret::isWrittenOut).isPresent())
        .map(v -> new PassedSecret(word.span(), v.span(), "value of '" + flag + "'"));
  }

  /** What stands behind the first mark in a word without expansions, and something before it. */
  private static Optional<PassedSecret> behind(ShellWord word, String mark, String how) {
    Text text = word.literal().orElse(Text.empty(0));
    int at = text.toString().indexOf(mark);
    return at > 0 ? from(text, at + mark.length(), how) : Optional.empty();
  }

  private static Optional<PassedSecret> from(Text text, int start, String how) {
    Text value = text.from(start).strip();
    return isWrittenOut(value.toString())
        ? Optional.of(new PassedSecret(value.span(), value.span(), how))
        : Optional.empty();
  }

  private static boolean isWrittenOut(String value) {
    return !value.startsWith("-") && !value.startsWith("$") && !SecretShape.isHarmless(value);
  }
}
