package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.bake.BakeFile;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.BakeSubject;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.MakefileSubject;
import io.daviestechlabs.dockeradr.lint.ScriptedSubject;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;
import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts each Dockerfile together with its context and ignore file. */
final class LintSubjects {
  private final Lint lint;
  private final WorkingCopy copy;
  private final List<Path> dockerfiles;
  private final Map<Path, Path> firsts = new HashMap<>();

  /**
   * @param copy where files are read
   * @param dockerfiles all of this run, in order
   */
  LintSubjects(Lint lint, WorkingCopy copy, List<Path> dockerfiles) {
    this.lint = lint;
    this.copy = copy;
    this.dockerfiles = dockerfiles;
    if (dockerfiles.size() > 1) {
      List<Path> contexts = dockerfiles.parallelStream().map(this::context).toList();
      for (int i = 0; i < contexts.size(); i++) {
        firsts.putIfAbsent(contexts.get(i), dockerfiles.get(i));
      }
    }
  }

  /** A Dockerfile that was read. */
  DockerfileSubject dockerfile(Path path, Source source) {
    Dockerfile file = Dockerfile.parse(source);
    Path context = context(path, file);
    Path ignoreFile = ignoreFile(path, context);
    return new DockerfileSubject(
        file,
        new Surroundings(
            target(path),
            lint.kind(),
            read(ignoreFile).map(IgnoreFile::parse),
            lint.ignoreFileWritten() && context.equals(lint.base()),
            firsts.getOrDefault(context, path).equals(path),
            new ContextFiles(context, this::read),
            lint.labels().injected(),
            lint.labels().values()));
  }

  private List<BuiltImage> built(Path dockerfile) {
    return lint.built().stream().filter(it -> it.dockerfile().equals(dockerfile)).toList();
  }

  /** The stage that is built; the last one where several are. */
  private Optional<String> target(Path dockerfile) {
    List<Optional<String>> targets =
        built(dockerfile).stream().map(BuiltImage::target).distinct().toList();
    return targets.size() == 1 ? targets.get(0) : Optional.empty();
  }

  /** A workflow, bake file or Makefile that was read. */
  ScriptedSubject scripted(Path path, Source source) {
    if (BuildFiles.isBakeFile(path)) {
      return BakeSubject.of(BakeFile.parse(source), BuildFiles.isOnlyBakeFile(path));
    }
    if (BuildFiles.isMakefile(path)) {
      boolean beside = dockerfiles.stream().anyMatch(d -> d.getParent().equals(path.getParent()));
      return MakefileSubject.of(Makefile.parse(source), beside);
    }
    return WorkflowSubject.of(Workflow.parse(source));
  }

  private Optional<Source> read(Path path) {
    return copy.read(path, lint.name(path)).source();
  }

  /** The directory that is sent for a Dockerfile. */
  Path context(Path path) {
    return read(path).map(s -> context(path, Dockerfile.parse(s))).orElse(path.getParent());
  }

  /** The ignore file in force, whether it is there or not. */
  Path ignoreFile(Path path, Path context) {
    Path own = path.resolveSibling(path.getFileName() + ".dockerignore");
    return copy.has(own) ? own : context.resolve(".dockerignore");
  }

  /**
   * The directory that is sent: the configured one for the configured Dockerfile; for any other the
   * one of its own directory and the module's in which more of what it copies exists.
   */
  private Path context(Path path, Dockerfile file) {
    List<BuiltImage> built = built(path);
    if (!built.isEmpty()) {
      return built.get(0).context();
    }
    Path own = path.getParent();
    return copied(own, file) > copied(lint.base(), file) ? own : lint.base();
  }

  private long copied(Path context, Dockerfile file) {
    Tree tree = new ContextFiles(context, this::read);
    return file.all(Transfer.class)
        .filter(t -> t.flag("from").isEmpty())
        .flatMap(t -> t.sources().stream())
        .flatMap(word -> word.literal().map(Object::toString).stream())
        .filter(source -> !source.equals(".") && tree.has(source.replaceAll("^(\\./|/)+|/+$", "")))
        .count();
  }
}
