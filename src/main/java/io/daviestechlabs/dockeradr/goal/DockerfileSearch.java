package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the Dockerfiles of a module.
 *
 * @param base where to look
 * @param includes patterns relative to the base; empty for the usual names
 * @param excludes patterns relative to the base
 * @param otherModules directories of the reactor that are linted on their own
 */
public record DockerfileSearch(
    Path base, List<String> includes, List<String> excludes, Set<Path> otherModules) {
  private static final Pattern USUAL =
      Pattern.compile("Dockerfile|Dockerfile\\..+|.+\\.[Dd]ockerfile|Containerfile.*");

  /** A class {@code Dockerfile} is in such a file, or a text about one; a variant may be too. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "Dockerfile\\.(java|kt|scala|groovy|cs|go|py|rs|rb|ts|js|json|md|html|ya?ml)");

  private static final Pattern FROM = Pattern.compile("(?im)^[ \t]*FROM[ \t]+\\S");
  private static final int HEAD = 64 * 1024;

  private static final Set<String> NEVER =
      Set.of("target", ".git", "node_modules", ".venv", "venv", "__pycache__", ".tox", ".nox");

  /** All that are there, in order of their paths. */
  public List<Path> find() {
    FileMatch wanted = new FileMatch(includes);
    FileMatch unwanted = new FileMatch(excludes);
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          base,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              boolean skip = !dir.equals(base) && isForeign(dir);
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              Path relative = base.relativize(file);
              boolean asked = includes.isEmpty() ? isUsual(file) : wanted.matches(relative);
              if (asked && !unwanted.matches(relative) && !Files.isDirectory(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UserError(
          "cannot look for Dockerfiles in " + base + ": " + e.getMessage(),
          "Check that the directory exists and can be read.",
          e);
    }
    found.sort(null);
    return found;
  }

  private boolean isForeign(Path dir) {
    return NEVER.contains(dir.getFileName().toString())
        || otherModules.contains(dir)
        || Files.exists(dir.resolve("pyvenv.cfg"));
  }

  private static boolean isUsual(Path file) {
    String name = file.getFileName().toString();
    return USUAL.matcher(name).matches()
        && !name.endsWith(".dockerignore")
        && (!SOURCE.matcher(name).matches() || hasFrom(file));
  }

  private static boolean hasFrom(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return FROM.matcher(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8)).find();
    } catch (IOException e) {
      // That it cannot be read is the linter's to say.
      return true;
    }
  }
}
