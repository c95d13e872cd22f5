package io.daviestechlabs.dockeradr.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Damages Dockerfiles.
 *
 * @param texts the files to begin with
 */
public record Mutations(List<String> texts) {
  /** Longer files are cut, so that one second is enough for a few thousand. */
  private static final int LONGEST = 60_000;

  private static final List<String> LINES =
      List.of(
          "FROM a AS b",
          "FROM --platform=$BUILDPLATFORM ${X:-a}:1@sha256:b AS C",
          "# syntax=docker/dockerfile:1",
          "# escape=`",
          "# check=skip=all;error=true",
          "#",
          "ARG A=${B:-$A}",
          "ENV A=$A$A \"B\"='c d' E",
          "ENV a b c",
          "RUN <<EOF",
          "RUN cat <<-'A' <<\"B\" 3<<C | sh",
          "EOF",
          "RUN --mount=type=cache,target=/x,\"id=a,b\" --network=none pip install 'a>=1,<2' -r b",
          "RUN [\"sh\", \"-c\", \"apt-get update && apt-get install -y a\"]",
          "RUN sudo -u x env A=b apt-get -y install $(cat c) && rm -rf /var/lib/apt/lists/*",
          "RUN if a; then b; elif c; then d; else e; fi | f || { g; } & (h)",
          "RUN case $x in a|b) c;; *) d;& esac; for i in a b; do c; done; while x; do y; done",
          "RUN curl -fsSL https://x | tar xz; wget -O- http://y | bash -s -- z",
          "RUN f() { a; }; x=(1 2); ((i++)); [[ a =~ (b) ]] && echo $'\\x41' <<<$y >(z) {1..3}",
          "COPY --link --from=b --chown=1:1 --chmod=755 . /x/",
          "COPY <<A <<B /x/",
          "ADD --checksum=sha256:a https://x/y.tar.gz /",
          "ONBUILD RUN npm ci",
          "ONBUILD COPY . .",
          "HEALTHCHECK --interval=1m30s --retries=3 CMD curl -f http://localhost/ || exit 1",
          "HEALTHCHECK NONE",
          "SHELL [\"bash\", \"-eo\", \"pipefail\", \"-c\"]",
          "SHELL [\"powershell\", \"-Command\"]",
          "USER $U:1000",
          "WORKDIR a/../b",
          "EXPOSE 80/tcp $P",
          "VOLUME [\"/a\"]",
          "LABEL a.b=\"c\" \"d\"='e' org.opencontainers.image.title=x",
          "STOPSIGNAL SIGTERM",
          "CMD [\"a\", \"\\u0041\"",
          "ENTRYPOINT exec a $0",
          "MAINTAINER x");

  /** What shells give a meaning to. */
  public static final List<String> SHELL =
      List.of(
          "if ",
          "then ",
          "else ",
          "fi ",
          "for x in ",
          "do ",
          "done ",
          "while ",
          "case x in ",
          "esac ",
          "{ ",
          "} ",
          "(",
          ")",
          "$(",
          "${",
          "}",
          "`",
          "\"",
          "'",
          "\\",
          "\n",
          " ",
          ";",
          ";;",
          "&",
          "&&",
          "|",
          "||",
          " ! ",
          "<",
          ">",
          "2>&1",
          "a",
          "x=",
          "#",
          " # ",
          "$x",
          "$((",
          "))",
          "*",
          "[",
          "]",
          "in ",
          "f() ",
          "a) ");

  private static final List<String> TOKENS =
      Stream.concat(
              SHELL.stream(),
              Stream.of(
                  "\\\n",
                  "\\\r\n",
                  "`\n",
                  "\\ \t\n",
                  "\r",
                  "\r\n",
                  "\n\n",
                  "\t",
                  "$",
                  "${a:-",
                  "${a//b/",
                  "${#",
                  "${!",
                  "<<EOF",
                  "<<-'E'",
                  "<<\"A B\"",
                  "3<<x",
                  "<<<",
                  "EOF\n",
                  "<(",
                  "&>",
                  ">|",
                  "!",
                  " }",
                  "[[ ",
                  " ]]",
                  "((",
                  "function f ",
                  "time ",
                  "coproc ",
                  "select ",
                  "until ",
                  "=",
                  "x+=(",
                  "--",
                  "--mount=",
                  "--from=",
                  "--link",
                  "-",
                  ",",
                  ":",
                  "@",
                  "?",
                  "~",
                  "\u0000",
                  "\ufeff",
                  "\u00a0",
                  "\u2028",
                  "\ud83d\ude05",
                  "\ud800",
                  "\u0130",
                  "\u212a",
                  "sudo ",
                  "sh -c '",
                  "bash -c \"",
                  "env ",
                  "eval ",
                  "xargs ",
                  "find . -exec ",
                  "exec ",
                  "apt-get install -y ",
                  "pip install ",
                  "uv pip install ",
                  "npm ci ",
                  "go build ",
                  "apk add ",
                  "export A=",
                  "cd ",
                  "pip config ",
                  "[\"",
                  "\", \"",
                  "\"]",
                  "\\u",
                  "{\"syntax\": \"x\"}"))
          .toList();

  private static final List<String> OPENERS =
      List.of(
          "$(",
          "${a:-",
          "(",
          "{ ",
          "`",
          "\"$(",
          "$((",
          "if ",
          "[",
          "((",
          "ONBUILD ",
          "<(",
          "sh -c ",
          "sudo ",
          "case a in (a) ",
          "while ",
          "f() ",
          "! ",
          "[\"",
          "<<A ",
          "a|",
          "a&&",
          "$A",
          "x=(");

  /** One damaged file; the same for the same random numbers. */
  byte[] next(Random random) {
    StringBuilder text = new StringBuilder(pick(texts, random));
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      mutate(text, random);
      text.setLength(Math.min(text.length(), LONGEST));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return random.nextInt(12) == 0 ? damaged(bytes, random) : bytes;
  }

  private void mutate(StringBuilder text, Random random) {
    switch (random.nextInt(100)) {
      case 0 -> text.insert(at(text, random), pick(TOKENS, random).repeat(random.nextInt(9_000)));
      case 1 -> nest(text, random);
      case 2, 3 -> lineEnds(text, random);
      case 4, 5, 6, 7, 8 -> splice(text, random);
      case 9, 10, 11, 12 -> borrow(text, random);
      case 13, 14, 15, 16, 17, 18, 19, 20, 21 -> lines(text, random);
      case 22, 23, 24, 25, 26, 27 -> range(text, random);
      case 28, 29, 30 -> text.setLength(at(text, random));
      default -> insert(text, random);
    }
  }

  private static void insert(StringBuilder text, Random random) {
    if (random.nextInt(4) == 0) {
      text.insert(lineStart(text, random), pick(LINES, random) + "\n");
    } else {
      int at = at(text, random);
      int end = Math.min(text.length(), at + Math.max(0, random.nextInt(6) - 3));
      text.replace(at, end, pick(TOKENS, random));
    }
  }

  /** Opens something many times, and sometimes closes it as often. */
  private static void nest(StringBuilder text, Random random) {
    int depth = 1 << random.nextInt(14);
    String closer = pick(List.of("", ")", "}", "\"", ")\"", "))", "]", " fi", " done"), random);
    text.insert(at(text, random), pick(OPENERS, random).repeat(depth) + closer.repeat(depth));
  }

  private static void lineEnds(StringBuilder text, Random random) {
    String ends = pick(List.of("\r\n", "\r", "\n\r", "\\\n", " \\\n", "\u0085"), random);
    int rate = 1 + random.nextInt(4);
    for (int i = text.length() - 1; i >= 0; i--) {
      if (text.charAt(i) == '\n' && random.nextInt(rate) == 0) {
        text.replace(i, i + 1, ends);
      }
    }
  }

  private void splice(StringBuilder text, Random random) {
    StringBuilder other = new StringBuilder(pick(texts, random));
    boolean byLines = random.nextBoolean();
    int end = byLines ? lineStart(text, random) : at(text, random);
    int from = byLines ? lineStart(other, random) : at(other, random);
    text.setLength(end);
    text.append(other, from, other.length());
  }

  /** Takes a few words of another file. */
  private void borrow(StringBuilder text, Random random) {
    String other = pick(texts, random);
    int from = random.nextInt(other.length() + 1);
    int to = Math.min(other.length(), from + random.nextInt(80));
    text.insert(at(text, random), other, from, to);
  }

  private static void lines(StringBuilder text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.toString().split("(?<=\n)")));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(other, lines.get(one));
      case 2 -> Collections.swap(lines, one, other);
      default -> Collections.shuffle(lines, random);
    }
    text.setLength(0);
    lines.forEach(text::append);
  }

  /** Deletes, doubles or moves what stands between two places. */
  private static void range(StringBuilder text, Random random) {
    int from = at(text, random);
    int to = Math.min(text.length(), from + random.nextInt(40));
    String part = text.substring(from, to);
    int kind = random.nextInt(3);
    if (kind != 1) {
      text.delete(from, to);
    }
    if (kind != 0) {
      text.insert(at(text, random), part);
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 8);
    int at = random.nextInt(bytes.length + 1);
    out.write(bytes, 0, at);
    for (int i = random.nextInt(4); i >= 0; i--) {
      out.write(random.nextInt(256));
    }
    int from = Math.min(bytes.length, at + random.nextInt(3));
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  private static int at(StringBuilder text, Random random) {
    return random.nextInt(text.length() + 1);
  }

  private static int lineStart(StringBuilder text, Random random) {
    return text.lastIndexOf("\n", at(text, random) - 1) + 1;
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
