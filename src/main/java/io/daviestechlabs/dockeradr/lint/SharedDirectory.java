package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory that several RUNs of a stage, and of those that start from it, leave to one another.
 *
 * @param facts of the file
 * @param stage where it is filled first
 * @param path absolute, without a slash at its end
 */
public record SharedDirectory(Facts facts, Stage stage, String path) {
  /** Programs that run no others, whatever they are told. */
  private static final Set<String> PLAIN =
      Set.of(
          "[", "apk", "apt", "apt-get", "cat", "cd", "chmod", "chown", "cp", "curl", "echo", "exit",
          "export", "git", "ln", "ls", "mkdir", "mv", "printf", "rm", "sed", "set", "strip", "tar",
          "test", "touch", "true", "wget");

  /**
   * The RUNs that may use it, so that a mount can take its place in them; empty where somebody else
   * needs it: the container, another stage or program, or who brought something there.
   *
   * @param isOwn whether a call uses it, and can fill it again where it is empty
   */
  public Optional<List<RunFacts>> runs(Predicate<Call> isOwn) {
    boolean atRunTime = facts.target().filter(this::isIn).isPresent();
    boolean isKnown = facts.base(stage).distribution() != Distribution.UNKNOWN;
    boolean isTouched =
        facts.needed().stream()
            .anyMatch(s -> s.instructions().stream().anyMatch(i -> touches(s, i)));
    List<RunFacts> runs = facts.runs().stream().filter(run -> isIn(run.stage())).toList();
    return !atRunTime && isKnown && !isTouched && runs.stream().allMatch(run -> isPlain(run, isOwn))
        ? Optional.of(runs)
        : Optional.empty();
  }

  private boolean isIn(Stage other) {
    return facts.stages().chain(other).contains(stage);
  }

  private static boolean isPlain(RunFacts run, Predicate<Call> isOwn) {
    return !run.isTrigger()
        && run.run().network().isEmpty()
        && run.calls().stream()
            .allMatch(
                call ->
                    PLAIN.contains(call.name())
                        || (isOwn.test(call) && run.account(call).isRoot()));
  }

  /** Whether an instruction puts something there, takes something from there, or names it. */
  private boolean touches(Stage where, Instruction instruction) {
    Scope scope = facts.stages().scope(where, instruction);
    if (instruction instanceof Run run) {
      return (isIn(where) && facts.scripts(run).stream().anyMatch(this::names))
          || run.mounts().stream()
              .filter(mount -> isFrom(mount.from()))
              .anyMatch(mount -> mount.source().map(word -> meets(word, scope)).orElse(true));
    }
    return instruction instanceof Transfer transfer
        && ((isIn(where) && meets(transfer.target(), scope))
            || (transfer instanceof Copy copy
                && isFrom(copy.from())
                && copy.sources().stream().anyMatch(word -> meets(word, scope))));
  }

  private boolean isFrom(Optional<Word> from) {
    return from.flatMap(facts.stages()::source).filter(this::isIn).isPresent();
  }

  /** By its first hidden name, or by its last two. */
  private boolean names(Script script) {
    int hidden = path.indexOf("/.");
    int last = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
    String name = hidden < 0 ? path.substring(last + 1) : path.substring(hidden + 1).split("/")[0];
    return script.text().toString().contains(name);
  }

  private boolean meets(Word word, Scope scope) {
    Optional<String> other = StageGraph.known(word, scope).map(ImagePath::clean);
    return other.isEmpty()
        || (other.get().startsWith("/")
            && (isBelow(other.get(), path) || isBelow(path, other.get())));
  }

  private static boolean isBelow(String path, String directory) {
    return ImagePath.below(path, directory).isPresent();
  }
}
