package io.daviestechlabs.dockeradr.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Golden;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Fixer;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.report.ConsoleReport;
import io.daviestechlabs.dockeradr.report.Ink;
import io.daviestechlabs.dockeradr.rules.Page.Part;
import io.daviestechlabs.dockeradr.text.Diff;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs each rule over the examples of its page, and holds the page to its form. */
class RulePageTest {
  @TestFactory
  Stream<DynamicTest> pagesSayWhatRulesDo() {
    return RuleFiles.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> new PageRun(rule).check()));
  }

  @TestFactory
  Stream<DynamicTest> everyPageHasItsRule() {
    List<String> classes = RuleFiles.all().stream().map(r -> r.getClass().getSimpleName()).toList();
    return RuleFiles.files(".md").stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getFileName().toString(),
                    () ->
                        assertThat(classes)
                            .contains(page.getFileName().toString().replace(".md", ""))));
  }

  /** One page while it is read from top to bottom. */
  private static final class PageRun {
    private final Rule rule;
    private final PageSetting setting = new PageSetting();
    private int reported;
    private int clean;

    PageRun(Rule rule) {
      this.rule = rule;
    }

    void check() throws IOException {
      String text = Files.readString(RuleFiles.page(rule));
      assertThat(text)
          .startsWith("# " + rule.id() + " " + rule.name() + ": " + rule.meta().summary() + "\n");
      assertThat(rule.meta().summary()).as("summary").doesNotEndWith(".").doesNotContain("`");
      Page page = Page.parse(text);
      Part lead = page.parts().get(0);
      assertThat(lead.isBlock()).isFalse();
      assertThat(lead.text().lines().skip(1).anyMatch(line -> !line.isBlank()))
          .as("the page says what and why before its first example")
          .isTrue();
      assertThat(text.contains("\n## Fix safety\n"))
          .as("a page has the heading 'Fix safety' if its rule has an unsafe fix")
          .isEqualTo(rule.meta().fix().filter(s -> s == Fix.Safety.UNSAFE).isPresent());

      Golden.check(RuleFiles.page(rule), generated(page).print());
      assertThat(reported).as("reported examples").isPositive();
      assertThat(clean).as("clean examples").isPositive();
    }

    /** The page with the output of now. */
    private Page generated(Page page) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < page.parts().size(); i++) {
        Part part = page.parts().get(i);
        if (!part.isBlock() && part.text().contains("\n## ")) {
          setting.reset();
        }
        if (part.is("dockerignore")) {
          setting.ignoreFile(part.text());
        } else if (part.is("requirements", "toml", "ini")) {
          setting.file(part.language().split(" ")[1], part.text());
        } else if (part.is("options")) {
          setting.options(part.text());
        } else if (part.is("cases")) {
          cases(part);
        }
        parts.add(part);
        if (part.isExample()) {
          parts.addAll(output(part));
          while (i + 1 < page.parts().size() && isOutput(page, i + 1)) {
            i++;
          }
        }
      }
      return new Page(parts);
    }

    private static boolean isOutput(Page page, int index) {
      Part part = page.parts().get(index);
      boolean blankBeforeOutput =
          !part.isBlock()
              && part.text().isBlank()
              && index + 1 < page.parts().size()
              && page.parts().get(index + 1).is("text", "diff");
      return blankBeforeOutput || part.is("text", "diff");
    }

    private List<Part> output(Part example) {
      Source source = Source.of(setting.fileName(rule, example.language()), example.text());
      List<Finding> findings = setting.lint(rule, source);
      if (findings.isEmpty()) {
        clean++;
        return List.of();
      }
      reported++;
      List<Part> parts = new ArrayList<>();
      parts.add(new Part(0, null, "\n"));
      parts.add(new Part(0, "text", rendered(findings)));
      if (findings.stream().anyMatch(PageRun::hasEdits)) {
        parts.add(new Part(0, null, "\n"));
        parts.add(new Part(0, "diff", fixed(source)));
      }
      return parts;
    }

    private String fixed(Source source) {
      Fixer.Fixed fixed = fix(source);
      assertThat(fixed.restless()).as("fixes settle").isEmpty();
      assertThat(setting.lint(rule, fixed.source()).stream().filter(PageRun::hasEdits))
          .as("fixed example is clean")
          .isEmpty();
      return Diff.unified(source.name(), source.text(), fixed.source().text(), 0).stream()
          .skip(2)
          .filter(line -> !line.startsWith("@@"))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean hasEdits(Finding finding) {
      return finding.fix().filter(fix -> !fix.generatesIgnoreFile()).isPresent();
    }

    private Fixer.Fixed fix(Source source) {
      return Fixer.fix(source, s -> setting.lint(rule, s), EnumSet.allOf(Fix.Safety.class));
    }

    private void cases(Part part) {
      String prefix = unescaped(part.language().substring("cases".length()).strip());
      int line = part.line();
      for (String row : part.text().lines().toList()) {
        if (!row.isBlank()) {
          oneCase(line, prefix, row);
        }
        line++;
      }
    }

    private void oneCase(int line, String prefix, String row) {
      String text = (prefix.isEmpty() ? "" : prefix + "\n") + unescaped(row.substring(5)) + "\n";
      String file = setting.fileName(rule, "");
      Source source = Source.of(file, text);
      List<Finding> findings = setting.lint(rule, source);
      List<Finding> crlf = setting.lint(rule, Source.of(file, text.replace("\n", "\r\n")));
      String where = RuleFiles.page(rule).getFileName() + ":" + line + ": " + row;
      assertThat(crlf).as("%s, with CRLF", where).hasSameSizeAs(findings);
      if (row.startsWith("fail ")) {
        assertThat(findings).as(where).isNotEmpty();
        assertThat(fix(source).restless()).as("%s: fixes settle", where).isEmpty();
      } else if (row.startsWith("pass ")) {
        assertThat(findings.stream().map(Finding::message)).as(where).isEmpty();
      } else {
        throw new AssertionError(where + ": a case begins with 'pass' or 'fail'");
      }
    }

    private static String rendered(List<Finding> findings) {
      return findings.stream()
          .map(f -> String.join("\n", ConsoleReport.lines(f, Ink.NONE)))
          .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String unescaped(String text) {
      return text.replace("\\n", "\n").replace("\\t", "\t");
    }
  }
}
