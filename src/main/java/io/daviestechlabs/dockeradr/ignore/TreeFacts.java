package io.daviestechlabs.dockeradr.ignore;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a look at the top levels of a context tells.
 *
 * @param ecosystems what it is made with
 * @param files paths of the files that were seen
 * @param directories paths of the directories that were seen
 */
public record TreeFacts(
    Set<Ecosystem> ecosystems, SortedSet<String> files, SortedSet<String> directories) {
  private static final int DEEPEST = 4;
  private static final int MOST = 20_000;
  private static final int MOST_IN_DIRECTORY = 2_000;

  /** Directories that say nothing by what is in them, and may be large. */
  private static final Set<String> CLOSED =
      Set.of(
          ".git",
          ".gradle",
          ".idea",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache",
          ".terraform",
          ".tox",
          ".venv",
          ".vscode",
          "__pycache__",
          "build",
          "dist",
          "env",
          "node_modules",
          "site-packages",
          "target",
          "venv");

  /** Nothing is known. */
  public static final TreeFacts NONE = of(List.of());

  /** Keeps its own copies. */
  public TreeFacts {
    ecosystems =
        Collections.unmodifiableSet(
            ecosystems.isEmpty() ? EnumSet.noneOf(Ecosystem.class) : EnumSet.copyOf(ecosystems));
    files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
  }

  /**
   * Draws the conclusions from a listing.
   *
   * @param paths paths below the context; those of directories end with a slash
   */
  public static TreeFacts of(Collection<String> paths) {
    SortedSet<String> files = new TreeSet<>();
    SortedSet<String> directories = new TreeSet<>();
    Set<Ecosystem> ecosystems = EnumSet.noneOf(Ecosystem.class);
    for (String path : paths) {
      boolean directory = path.endsWith("/");
      String plain = GoPath.clean(path);
      (directory ? directories : files).add(plain);
      String name = plain.substring(plain.lastIndexOf('/') + 1);
      for (Sign sign : Sign.ALL) {
        if (sign.directory == directory && !ecosystems.contains(sign.of) && sign.names(name)) {
          ecosystems.add(sign.of);
        }
      }
    }
    return new TreeFacts(ecosystems, files, directories);
  }

  /**
   * The same from a listing that is asked for one directory at a time.
   *
   * @param names the names in a directory, with a slash behind those of directories; the context
   *     itself is the empty text
   */
  public static TreeFacts look(Function<String, List<String>> names) {
    List<String> paths = new ArrayList<>();
    List<String> level = List.of("");
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<String> below = new ArrayList<>();
      for (String directory : level) {
        List<String> found = names.apply(directory);
        int most = Math.min(found.size(), Math.min(MOST_IN_DIRECTORY, MOST - paths.size()));
        for (String name : found.subList(0, most)) {
          String path = directory.isEmpty() ? name : directory + "/" + name;
          paths.add(path);
          String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : "";
          if (!bare.isEmpty() && !CLOSED.contains(bare)) {
            below.add(path.substring(0, path.length() - 1));
          }
        }
      }
      level = below;
    }
    return of(paths);
  }

  /**
   * Lists the top levels of a context: a few thousand names at most, no links followed, and what
   * cannot be read is left out.
   */
  public static TreeFacts read(Path context) {
    List<String> paths = new ArrayList<>();
    List<Path> level = List.of(context);
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Path> below = new ArrayList<>();
      for (Path directory : level) {
        list(context, directory, paths, below);
      }
      level = below;
    }
    return of(paths);
  }

  private static void list(Path context, Path directory, List<String> paths, List<Path> below) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path child : stream) {
        if (children.size() >= Math.min(MOST_IN_DIRECTORY, MOST - paths.size())) {
          break;
        }
        children.add(child);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return;
    }
    Collections.sort(children);
    for (Path child : children) {
      String path = context.relativize(child).toString().replace('\\', '/');
      if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        paths.add(path);
      } else {
        paths.add(path + "/");
        if (!CLOSED.contains(child.getFileName().toString())) {
          below.add(child);
        }
      }
    }
  }

  /**
   * Directories that hold a file with one of an ecosystem's signs; empty text is the context. What
   * lies in the source tree of another, such as an integration test, is no home of its own.
   */
  List<String> homes(Ecosystem ecosystem) {
    List<Sign> signs = Sign.ALL.stream().filter(sign -> sign.of == ecosystem).toList();
    Set<String> homes = new TreeSet<>();
    for (String file : files) {
      if (signs.stream().anyMatch(sign -> !sign.directory && sign.names(name(file)))) {
        homes.add(file.substring(0, Math.max(0, file.lastIndexOf('/'))));
      }
    }
    return homes.stream()
        .filter(GoPath::isWritable)
        .filter(home -> Stream.of(home.split("/")).noneMatch(CLOSED::contains))
        .filter(home -> !ecosystem.hasSourceTree() || !isInSourceTree(home, homes))
        .toList();
  }

  private static boolean isInSourceTree(String directory, Set<String> homes) {
    String path = "/" + directory + "/";
    for (int at = path.indexOf("/src/"); at >= 0; at = path.indexOf("/src/", at + 1)) {
      if (at + "/src/".length() < path.length()
          && homes.contains(path.substring(Math.min(1, at), at))) {
        return true;
      }
    }
    return false;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** One name that tells an ecosystem, ready to be compared. */
  private record Sign(Ecosystem of, Glob glob, boolean directory) {
    private static final List<Sign> ALL =
        Stream.of(Ecosystem.values())
            .flatMap(ecosystem -> ecosystem.signs().stream().map(sign -> of(ecosystem, sign)))
            .toList();

    private static Sign of(Ecosystem ecosystem, String sign) {
      Glob glob = Glob.of(GoPath.clean(sign)).orElseThrow();
      return new Sign(ecosystem, glob, sign.endsWith("/"));
    }

    boolean names(String name) {
      return glob.matches(name);
    }
  }
}
