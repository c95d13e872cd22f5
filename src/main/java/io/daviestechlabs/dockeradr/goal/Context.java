package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey.HeavyFile;
import io.daviestechlabs.dockeradr.ignore.ContextWalk.Unreadable;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.IgnorePattern;
import io.daviestechlabs.dockeradr.ignore.Verdict;
import io.daviestechlabs.dockeradr.report.ContextPage;
import io.daviestechlabs.dockeradr.report.ContextReport;
import io.daviestechlabs.dockeradr.report.Ink;
import io.daviestechlabs.dockeradr.text.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what a build would be sent.
 *
 * @param context the directory that is sent
 * @param dockerfile the Dockerfile, which may have an ignore file of its own; empty for none
 * @param standpoint directory to which names in the output are relative
 * @param path the path to explain instead; empty to show all
 * @param page the HTML page to write; empty for none
 * @param console where it is shown
 */
public record Context(
    Path context,
    Optional<Path> dockerfile,
    Path standpoint,
    Optional<String> path,
    Optional<Path> page,
    Console console) {
  /** Smaller files cost nothing twice. */
  private static final long WORTH_COMPARING = 64 * 1024;

  private static final int MOST_COMPARISONS = 200;
  private static final int MOST_SHOWN = 5;

  /** Shows it. */
  public void run() {
    if (!Files.isDirectory(context)) {
      throw new UserError(
          "The build context " + context + " is no directory",
          "Name a directory that is there with -Ddocker-adr.context=….");
    }
    Optional<Path> file = IgnoreFile.inForce(context, dockerfile);
    IgnoreFile ignore =
        file.map(it -> ContextIgnore.read(it, name(it))).orElseGet(() -> IgnoreFile.of(List.of()));
    String name = file.map(f -> name(f)).orElse("");
    ignore.transferError().ifPresent(error -> console.warn(name + " fails the build: " + error));
    if (path.isPresent()) {
      explain(relative(path.get()), ignore, name);
    } else {
      show(ignore, name);
    }
  }

  private void show(IgnoreFile ignore, String name) {
    ContextSurvey survey = ContextSurvey.of(context, ignore);
    Ink ink = console.colours() ? Ink.ANSI : Ink.NONE;
    console.info("context " + name(context));
    ContextReport.lines(survey, name, ink).forEach(console::info);
    unreadable(survey.unreadable()).forEach(console::warn);
    ContextReport.secrets(survey.secrets()).forEach(console::warn);
    twice(survey).forEach(console::warn);
    page.ifPresent(
        to -> {
          AtomicFile.write(to, ContextPage.of(survey, name(context), name));
          console.info("wrote " + to);
        });
  }

  private static List<String> unreadable(List<Unreadable> directories) {
    List<String> lines = new ArrayList<>();
    directories.stream()
        .limit(MOST_SHOWN)
        .forEach(d -> lines.add("'" + d.path() + "' cannot be read: " + d.reason()));
    if (directories.size() > MOST_SHOWN) {
      lines.add((directories.size() - MOST_SHOWN) + " more directories cannot be read");
    }
    return lines;
  }

  private String name(Path file) {
    Path shown = file.startsWith(standpoint) ? standpoint.relativize(file) : file;
    String name = shown.toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }

  private void explain(String asked, IgnoreFile ignore, String name) {
    Verdict verdict = ignore.verdict(asked);
    boolean there = Files.exists(context.resolve(asked), LinkOption.NOFOLLOW_LINKS);
    console.info(
        "'%s' is %s%s"
            .formatted(
                asked,
                verdict.ignored() ? "ignored" : "sent",
                there ? "" : ", if it were there: there is no such file"));
    List<IgnorePattern> matching = ignore.matching(asked);
    for (IgnorePattern pattern : matching) {
      boolean decides = verdict.by().filter(by -> by == pattern).isPresent();
      console.info(
          "  %s:%d  %s  %s%s"
              .formatted(
                  name,
                  pattern.line(),
                  pattern.text(),
                  pattern.exception() ? "brings it back" : "excludes it",
                  decides ? "  <- decides" : ""));
    }
    if (matching.isEmpty()) {
      console.info("  no pattern matches it" + (name.isEmpty() ? ": there is no ignore file" : ""));
    } else if (verdict.ignored() != ignore.match(asked).ignored()) {
      console.info("  BuildKit's check CopyIgnoredFile reads the patterns the other way here");
    }
  }

  /**
   * A path below the context, whether it is given from there, from where the user stands or in
   * full.
   */
  private String relative(String asked) {
    try {
      Path full = context.resolve(asked).normalize();
      if (!full.startsWith(context)) {
        full = standpoint.resolve(asked).normalize();
      }
      if (full.startsWith(context) && !full.equals(context)) {
        return context.relativize(full).toString().replace('\\', '/');
      }
    } catch (InvalidPathException e) {
      // Told as any other path that is not below the context.
    }
    throw new UserError(
        "'" + asked + "' is not below the context " + context,
        "Name a path that is, as it is seen from there.");
  }

  /** What a build has copied to its output is sent with what it was copied from. */
  private List<String> twice(ContextSurvey survey) {
    List<HeavyFile> heavy =
        survey.heaviestFiles().stream().filter(f -> f.bytes() >= WORTH_COMPARING).toList();
    List<String> lines = new ArrayList<>();
    long bytes = 0;
    int comparisons = 0;
    for (HeavyFile built : heavy) {
      if (!("/" + built.path()).contains("/target/")) {
        continue;
      }
      for (HeavyFile other : heavy) {
        if (other.bytes() == built.bytes()
            && !("/" + other.path()).contains("/target/")
            && comparisons++ < MOST_COMPARISONS
            && isSame(built, other)) {
          bytes += built.bytes();
          if (lines.size() < MOST_SHOWN) {
            lines.add("  '" + other.path() + "' and '" + built.path() + "'");
          }
          break;
        }
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, Amount.bytes(bytes) + " are sent twice, from the source and from target/:");
    }
    return lines;
  }

  private boolean isSame(HeavyFile one, HeavyFile other) {
    try {
      return Files.mismatch(context.resolve(one.path()), context.resolve(other.path())) < 0;
    } catch (IOException e) {
      return false;
    }
  }
}
