package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command of the image that is built which changes what an earlier COPY put there, so that its
 * layer has it again, or hides what is shipped all the same.
 *
 * @param run the RUN that it stands in
 * @param call the command
 * @param path of what it changes, as it is given to it
 * @param copy what put it there
 */
public record LayerRewrite(RunFacts run, Call call, ShellWord path, CopyFacts copy) {
  private static final Set<String> RECURSIVE = Set.of("chown", "chmod", "chgrp");
  private static final String[] RECURSIVE_FLAGS = {"-R", "--recursive"};

  /**
   * All of the stage that is built and of those that it starts from, in the order of the file; one
   * of each RUN for each COPY.
   */
  public static List<LayerRewrite> in(Facts facts) {
    List<LayerRewrite> found = new ArrayList<>();
    for (RunFacts run : facts.runs()) {
      Set<Transfer> changed = new HashSet<>();
      for (Call call : facts.shipped().contains(run.stage()) ? run.calls() : List.<Call>of()) {
        for (ShellWord path : paths(call)) {
          of(facts, run, call, path)
              .filter(rewrite -> changed.add(rewrite.copy.transfer()))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The files that a call changes, each with all below it; none if it may not run. */
  private static List<ShellWord> paths(Call call) {
    boolean recursive = RECURSIVE.contains(call.name()) && call.hasFlag(RECURSIVE_FLAGS);
    if (!recursive && !call.name().equals("rm") || call.isConditional()) {
      return List.of();
    }
    List<ShellWord> operands = call.operands();
    int first = recursive && call.flags().stream().noneMatch(f -> f.is("--reference")) ? 1 : 0;
    return operands.subList(Math.min(first, operands.size()), operands.size());
  }

  /**
   * The flag by which COPY would do the same, so that the RUN is not needed: it is the next
   * instruction and does nothing else, and the directory is not there before.
   */
  public Optional<String> flag(Facts facts) {
    List<ShellWord> operands = call.operands();
    boolean isAll =
        run.run().flags().isEmpty()
            && run.calls().size() == 1
            && facts.scripts(run.run()).stream().allMatch(Script::isOneCommand)
            && call.redirects().isEmpty()
            && operands.size() == 2
            && call.args().size() == 3;
    boolean isNext =
        copy.stage() == run.stage()
            && copy.stage().instructions().indexOf(run.run())
                == copy.stage().instructions().indexOf(copy.transfer()) + 1;
    if (!isAll || !isNext || !(copy.transfer() instanceof Copy into) || into.link()) {
      return Optional.empty();
    }
    boolean same = run.path(call, path.value()).equals(copy.target());
    boolean fresh =
        CopyPlace.of(facts.stages(), copy.stage(), into)
            .filter(place -> LinkSafety.makesDirectory(place, into))
            .isPresent();
    String value = operands.get(0).value();
    boolean owns = call.name().equals("chown") && into.chown().isEmpty() && isKnown(value);
    boolean modes = call.name().equals("chmod") && into.chmod().isEmpty() && value.matches("0?755");
    return same && fresh && (owns || modes)
        ? Optional.of("--" + call.name() + "=" + value)
        : Optional.empty();
  }

  /** Whether an owner can be looked up by the time of the COPY, its group with it. */
  private boolean isKnown(String owner) {
    String[] names = owner.split(":", -1);
    boolean numbers = owner.matches("[0-9]+:[0-9]+");
    boolean named = names.length == 2 && names[0].equals(names[1]) && run.knows(names[0]);
    return numbers || named;
  }

  private static Optional<LayerRewrite> of(
      Facts facts, RunFacts run, Call call, ShellWord written) {
    Optional<String> path = written.literal().map(Text::toString).flatMap(p -> run.path(call, p));
    for (CopyFacts copy : path.isPresent() ? facts.copies(run.stage()) : List.<CopyFacts>of()) {
      boolean isBefore = copy.transfer().span().start() < run.run().span().start();
      if (isBefore && changes(call, path.get(), copy, facts.tree())) {
        return Optional.of(new LayerRewrite(run, call, written, copy));
      }
    }
    return Optional.empty();
  }

  private static boolean changes(Call call, String path, CopyFacts copy, Tree tree) {
    boolean inAll = path.endsWith("/*");
    String directory = inAll ? path.substring(0, path.length() - 2) : path;
    if (copy.target().isEmpty() || directory.isEmpty() || directory.indexOf('*') >= 0) {
      return copy.puts(path) && path.indexOf('*') >= 0;
    }
    boolean isAround = ImagePath.below(copy.target().get(), directory).isPresent();
    boolean isPut = !inAll && copy.puts(path);
    boolean isWithin = !inAll && copy.origin(path, tree).isPresent();
    return (isAround || isPut || isWithin) && !isSameOwner(call, copy);
  }

  private static boolean isSameOwner(Call call, CopyFacts copy) {
    if (!call.name().equals("chown") || call.operands().isEmpty()) {
      return false;
    }
    String had = copy.transfer().chown().map(Object::toString).orElse("");
    return call.operands().get(0).value().equals(had);
  }
}
