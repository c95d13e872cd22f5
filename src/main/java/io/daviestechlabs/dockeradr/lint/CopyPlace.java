package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import io.daviestechlabs.dockeradr.tools.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where COPY or ADD puts things, and what was done to its image before.
 *
 * @param path absolute, without a slash at its end
 * @param isDirectory whether the instruction says that it is a directory
 * @param image the image that its stage comes from in the end; empty if the file does not tell
 * @param earlier what comes before it in its stage and in those that the stage starts from
 */
public record CopyPlace(
    String path, boolean isDirectory, Optional<String> image, List<Instruction> earlier) {
  private static final int MOST_INSTRUCTIONS = 500;
  private static final int DEEPEST = 20;

  /** The place of an instruction; empty where the file does not tell, as on Windows. */
  public static Optional<CopyPlace> of(StageGraph stages, Stage stage, Transfer transfer) {
    List<Stage> chain = stages.chain(stage);
    List<Instruction> earlier = earlier(chain, transfer);
    Optional<String> written = transfer.target().literal().map(Object::toString);
    Optional<String> image = stages.image(chain.get(chain.size() - 1));
    if (written.isEmpty()
        || earlier.size() > MOST_INSTRUCTIONS
        || isWindows(transfer, written)
        || image.filter(KnownImages::isWindows).isPresent()) {
      return Optional.empty();
    }
    String target = written.get();
    Optional<String> path =
        target.startsWith("/")
            ? Optional.of(clean(target))
            : workdir(image, earlier).map(directory -> clean(directory + "/" + target));
    boolean isDirectory = Paths.namesDirectory(target) || transfer.sources().size() > 1;
    return path.filter(p -> p.split("/").length <= DEEPEST)
        .map(p -> new CopyPlace(p, isDirectory, image, List.copyOf(earlier)));
  }

  private static List<Instruction> earlier(List<Stage> chain, Transfer transfer) {
    List<Instruction> earlier = new ArrayList<>();
    for (int i = chain.size() - 1; i >= 0; i--) {
      for (Instruction instruction : chain.get(i).instructions()) {
        if (instruction == transfer || earlier.size() > MOST_INSTRUCTIONS) {
          return earlier;
        }
        earlier.add(instruction);
      }
    }
    return earlier;
  }

  /** The directories that lead to it, outermost first, without the root. */
  public List<String> parents() {
    List<String> parents = new ArrayList<>();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(path.substring(0, slash));
    }
    return parents;
  }

  /** Whether nothing is there but what this file puts there, and that is no root file system. */
  public boolean isBare() {
    return image.filter("scratch"::equals).isPresent()
        && earlier.stream()
            .noneMatch(i -> i instanceof Transfer t && t.target().toString().equals("/"));
  }

  private static boolean isWindows(Transfer transfer, Optional<String> target) {
    String path = target.get();
    boolean isDrive =
        path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    return transfer.raw().escape() == '`' || isDrive || path.indexOf('\\') >= 0;
  }

  /** The working directory, unless only the base image knows it. */
  private static Optional<String> workdir(Optional<String> image, List<Instruction> earlier) {
    Optional<String> current = image.filter("scratch"::equals).map(i -> "/");
    for (Instruction instruction : earlier) {
      if (instruction instanceof Workdir workdir) {
        Optional<String> base = current;
        current =
            workdir
                .path()
                .literal()
                .map(Object::toString)
                .flatMap(
                    path ->
                        path.startsWith("/")
                            ? Optional.of(path)
                            : base.map(directory -> directory + "/" + path));
      }
    }
    return current;
  }

  /** Without empty names, dots and what two dots take back. */
  private static String clean(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/")) {
      if (name.equals("..")) {
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return "/" + String.join("/", names);
  }
}
