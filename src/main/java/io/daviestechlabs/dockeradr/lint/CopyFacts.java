package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.ignore.CopySources;
import io.daviestechlabs.dockeradr.tools.Paths;
import java.util.List;
import java.util.Optional;

/**
 * What a COPY or ADD of a stage that is built takes, and where it puts that.
 *
 * @param stage the stage that it stands in
 * @param transfer the instruction
 * @param account who is USER there; the files belong to root unless a flag says otherwise
 * @param target where it goes, as {@link ImagePath} has it; empty if the file does not tell
 * @param isDirectory whether the instruction says that this is a directory
 * @param sources what it takes with variables replaced, the paths of its context without a slash at
 *     the start; empty text for all of it; those that are not known are left out
 */
public record CopyFacts(
    Stage stage,
    Transfer transfer,
    Account account,
    Optional<String> target,
    boolean isDirectory,
    List<String> sources) {
  static CopyFacts of(
      StageGraph stages,
      Stage stage,
      Transfer transfer,
      Account account,
      Optional<String> directory) {
    Scope scope = stages.scope(stage, transfer);
    Optional<String> written = StageGraph.known(transfer.target(), scope);
    boolean isDirectory =
        written.filter(Paths::namesDirectory).isPresent()
            || transfer.sources().size() + transfer.heredocs().size() > 1;
    List<String> sources =
        transfer.sources().stream()
            .flatMap(word -> StageGraph.known(word, scope).stream())
            .map(path -> ImagePath.clean("/" + path).substring(1))
            .toList();
    return new CopyFacts(
        stage,
        transfer,
        account,
        written.flatMap(target -> ImagePath.resolve(directory, target)),
        isDirectory,
        sources);
  }

  /** Whether it takes from the context, not from another stage, an image or the file itself. */
  public boolean isFromContext() {
    return !(transfer instanceof Copy copy && copy.from().isPresent()) && !sources.isEmpty();
  }

  /** Whether it puts something at a path itself, for certain. */
  public boolean puts(String path) {
    Optional<String> rest = target.flatMap(t -> ImagePath.below(path, t));
    return rest.isPresent()
        && (rest.get().isEmpty()
            || sources.stream()
                .map(source -> source.substring(source.lastIndexOf('/') + 1))
                .anyMatch(rest.get()::equals));
  }

  /** Whether it may have put something at a path of the image. */
  boolean mayReach(String path) {
    return target.map(t -> ImagePath.below(path, t).isPresent()).orElse(true);
  }

  /** The file or directory of the context that it puts at a path of the image. */
  Optional<String> origin(String path, Tree tree) {
    boolean isPlain = isFromContext() && transfer.flag("parents").isEmpty();
    Optional<String> rest = target.flatMap(t -> ImagePath.below(path, t));
    if (!isPlain || rest.isEmpty()) {
      return Optional.empty();
    }
    return sources.stream()
        .flatMap(source -> origin(source, rest.get(), tree).stream())
        .findFirst();
  }

  private Optional<String> origin(String source, String rest, Tree tree) {
    if (tree.hasDirectory(source)) {
      return Optional.of(ImagePath.join(source, rest)).filter(p -> rest.isEmpty() || tree.has(p));
    }
    String name = source.substring(source.lastIndexOf('/') + 1);
    boolean isFile = tree.has(source);
    if (isFile && (rest.isEmpty() || rest.equals(name))) {
      return Optional.of(source);
    }
    String beside = source.substring(0, source.length() - name.length()) + rest;
    boolean matches = !isFile && !rest.isEmpty() && rest.indexOf('/') < 0;
    return matches && tree.has(beside) && CopySources.selects(source, beside)
        ? Optional.of(beside)
        : Optional.empty();
  }
}
