package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.image.HistoryStep;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of an image's history, as it may be shown.
 *
 * @param text the instruction on one line, with stars for secrets
 * @param messages what is said of the secrets in it, without their values
 */
public record HistorySecrets(String text, List<String> messages) {
  /** Longer commands are cut: nobody reads them, and secrets in them are not shown either. */
  private static final int LONGEST = 100_000;

  private static final String STARS = "***";

  /** {@code |2 NAME=value OTHER=value /bin/sh -c …}: BuildKit writes build arguments so. */
  private static final Pattern ARGUMENTS = Pattern.compile("^RUN \\|(\\d{1,4}) ");

  private static final Pattern ARGUMENT =
      Pattern.compile("([A-Za-z_]\\w{0,200})=((?:\\\\.|\\S)*+) ");

  public HistorySecrets {
    messages = List.copyOf(messages);
  }

  static HistorySecrets of(HistoryStep step) {
    String text = oneLine(step.instruction());
    List<String> messages = new ArrayList<>();
    text =
        withoutArguments(
            text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, messages);
    String head = "FROM scratch\n";
    DockerfileSubject file =
        new DockerfileSubject(Dockerfile.parse(Source.of("", head + text)), Surroundings.unknown());
    StringBuilder shown = new StringBuilder(text);
    List<Secret> secrets = file.facts().secrets();
    for (int i = secrets.size() - 1; i >= 0; i--) {
      Secret secret = secrets.get(i);
      int from = secret.value().start() - head.length();
      int to = secret.value().end() - head.length();
      if (from >= 0 && to > from && to <= shown.length()) {
        shown.replace(from, to, STARS);
        messages.add(0, secret.message());
      }
    }
    return new HistorySecrets(shown.toString(), messages.stream().distinct().toList());
  }

  /** An instruction of a history with stars for build arguments that look like secrets. */
  public static String withoutArguments(String instruction) {
    return withoutArguments(instruction, new ArrayList<>());
  }

  private static String withoutArguments(String text, List<String> messages) {
    Matcher head = ARGUMENTS.matcher(text);
    if (!head.find()) {
      return text;
    }
    StringBuilder out = new StringBuilder("RUN ");
    Matcher argument = ARGUMENT.matcher(text);
    int at = head.end();
    for (int i = Integer.parseInt(head.group(1)); i > 0; i--) {
      argument.region(at, text.length());
      if (!argument.lookingAt()) {
        break;
      }
      boolean secret = SecretShape.isOf(argument.group(1), argument.group(2));
      if (secret) {
        messages.add("build argument '" + argument.group(1) + "' looks like a secret");
      }
      out.append(argument.group(1))
          .append('=')
          .append(secret ? STARS : argument.group(2))
          .append(' ');
      at = argument.end();
    }
    String rest = text.substring(at);
    return out.append(rest.startsWith("/bin/sh -c ") ? rest.substring(11) : rest).toString();
  }

  private static String oneLine(String text) {
    return ImageOutline.printable(text.replaceAll("\\\\?\\r?\\n", "; ")).replace('\t', ' ').strip();
  }
}
