package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.SentFiles;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is sent anew, and hashed, for each build. */
public final class Adr1005ContextTooLarge implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "The build is sent more than its context may have");

  private static final int MOST = 5;

  /** What is less than this part of all is not worth looking at. */
  private static final int WORTH_NAMING = 1000;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (!pass.surroundings().reportsContext()) {
      return;
    }
    SentFiles sent = pass.facts().sent();
    Tree tree = pass.surroundings().tree();
    Map<String, Long> entries = new TreeMap<>();
    long total = 0;
    for (String path : sent.paths()) {
      long size = tree.size(path);
      entries.merge(entry(path), size, Long::sum);
      total += size;
    }
    if (total > pass.options().contextBudget()) {
      pass.reportContext(
          "the build context has "
              + (sent.isAll() ? "" : "at least ")
              + Amount.bytes(total)
              + ", more than "
              + Amount.bytes(pass.options().contextBudget()),
          largest(entries, total),
          Optional.empty());
    }
  }

  /** A file, or the directory at the top that it is in. */
  private static String entry(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash + 1);
  }

  private static String largest(Map<String, Long> entries, long total) {
    return entries.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .filter(entry -> entry.getValue() * WORTH_NAMING >= total)
        .map(entry -> entry.getKey() + " " + Amount.bytes(entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
