package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Comment;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code # syntax=} line of a file: where it is and where it should be.
 *
 * @param image the frontend in force, with its arguments if it has any
 * @param misplaced a comment that was meant to be the line, where none is in force
 * @param head offset at which the line can be inserted so that BuildKit heeds it
 */
public record SyntaxLine(Optional<Text> image, Optional<Comment> misplaced, int head) {
  private static final Pattern MEANT =
      Pattern.compile("(?i)syntax\\s*=\\s*[a-z0-9][\\w./:-]*(@sha256:[0-9a-f]+)?");

  /** Looks for the line. */
  public static SyntaxLine of(Dockerfile file) {
    Optional<Text> image =
        file.directives().stream()
            .filter(directive -> directive.key().equals("syntax"))
            .map(directive -> directive.value())
            .findFirst()
            .or(() -> belowShebang(file));
    Optional<Comment> misplaced =
        image.isPresent()
            ? Optional.empty()
            : file.comments().stream().filter(SyntaxLine::isMeant).findFirst();
    return new SyntaxLine(image, misplaced, head(file.source()));
  }

  /** The frontend in force, without arguments. */
  public Optional<Text> frontend() {
    return image.map(
        line -> {
          int space = line.indexOf(' ', 0);
          return space < 0 ? line : line.subSequence(0, space);
        });
  }

  /**
   * The frontend if it is none of some that are known; what such a one makes of the file nobody
   * says.
   *
   * @param known repositories
   */
  public Optional<Text> unknownFrontend(List<String> known) {
    return frontend()
        .filter(image -> known.stream().noneMatch(k -> SyntaxVersion.isOf(image.toString(), k)));
  }

  /** The version of the frontend in force, as far as it tells one. */
  public Optional<SyntaxVersion> version() {
    return frontend().flatMap(name -> SyntaxVersion.ofImage(name.toString()));
  }

  /** As DetectSyntax: the directive is also looked for on the line below a {@code #!} line. */
  private static Optional<Text> belowShebang(Dockerfile file) {
    if (!hasShebang(file.source())) {
      return Optional.empty();
    }
    return file.comments().stream()
        .filter(comment -> comment.line() == 2 && isMeant(comment))
        .map(comment -> comment.text().from(comment.text().indexOf('=', 0) + 1).strip())
        .findFirst();
  }

  private static boolean isMeant(Comment comment) {
    return MEANT.matcher(comment.text()).matches();
  }

  private static boolean hasShebang(Source source) {
    return source.text().startsWith("#!") && source.lineCount() > 1;
  }

  private static int head(Source source) {
    if (hasShebang(source)) {
      return source.lineStart(2);
    }
    return source.text().startsWith("\uFEFF") ? 1 : 0;
  }
}
