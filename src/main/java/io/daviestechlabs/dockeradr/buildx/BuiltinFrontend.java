package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.dockerfile.Directive;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the engine's own frontend read a Dockerfile that declares another one.
 *
 * <p>BuildKit has no switch for it: it pulls what the syntax line names. So it gets a copy without
 * that line, in a directory of its own, with the ignore file that is in force beside it.
 */
public final class BuiltinFrontend {
  private static final String IGNORE = ".dockerignore";

  private BuiltinFrontend() {}

  /**
   * The request for the copy, or the same request where nothing is declared.
   *
   * @param directory an empty one that lives as long as the build
   */
  public static BuildRequest prepare(BuildRequest request, Path directory) {
    Path file = request.dockerfile();
    try {
      Source source = Source.of(file.toString(), Files.readAllBytes(file));
      Optional<String> copy = neutralised(source);
      if (copy.isEmpty()) {
        return request;
      }
      String name = file.getFileName().toString();
      Path written = Files.write(directory.resolve(name), source.encode(copy.get()));
      Optional<Path> ignore = IgnoreFile.inForce(request.context(), Optional.of(file));
      if (ignore.isPresent()) {
        Files.copy(ignore.get(), directory.resolve(name + IGNORE));
      }
      return request.withDockerfile(written);
    } catch (IOException e) {
      throw new UserError(
          "The Dockerfile " + file + " cannot be read",
          "Create it, or name another one with <dockerfile>.",
          e);
    }
  }

  /**
   * The file without its syntax line; empty if it has none.
   *
   * <p>A comment ends the directives, so those that follow move up by one line and the comment
   * comes after them. All other lines keep their numbers.
   */
  static Optional<String> neutralised(Source source) {
    Dockerfile file = Dockerfile.parse(source);
    Optional<Directive> syntax = file.syntax();
    if (syntax.isEmpty()) {
      return Optional.empty();
    }
    int line = syntax.get().line();
    int last = line;
    for (Directive directive : file.directives()) {
      last = directive.line() == last + 1 ? directive.line() : last;
    }
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= source.lineCount(); number++) {
      if (number != line) {
        lines.add(source.slice(source.lineWithEnd(number)));
      }
      if (number == last) {
        lines.add("#" + source.lineEnd());
      }
    }
    return Optional.of(String.join("", lines));
  }
}
