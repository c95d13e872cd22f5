package io.daviestechlabs.dockeradr.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Golden;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the list of rules and the README's table in step with the folder. */
class RulesTest {
  @Test
  void theListHasEveryRuleOfTheFolder() {
    List<Rule> rules = RuleFiles.all();
    String imports =
        rules.stream()
            .map(rule -> "import " + rule.getClass().getName() + ";\n")
            .sorted()
            .collect(Collectors.joining());
    String list =
        rules.stream()
            .map(rule -> "          new " + rule.getClass().getSimpleName() + "()")
            .collect(Collectors.joining(",\n"));
    Golden.check(
        RuleFiles.ROOT.resolve("Rules.java"),
        """
        package io.daviestechlabs.dockeradr.rules;

        import io.daviestechlabs.dockeradr.lint.Rule;
        %simport java.util.List;

        /** All rules, in order; written by {@code mvn test -Dadr.update}. */
        public final class Rules {
          /** Every rule of every family. */
          public static final List<Rule> ALL =
              List.of(
        %s);

          private Rules() {}
        }
        """
            .formatted(imports, list));
  }

  @Test
  void idsAreUnique() {
    assertThat(RuleFiles.all().stream().map(Rule::id)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsSaidTwiceIsSaidByAnotherRule() {
    List<String> ids = RuleFiles.all().stream().map(Rule::id).toList();
    for (Rule rule : RuleFiles.all()) {
      assertThat(ids)
          .as(rule.id())
          .filteredOn(id -> !id.equals(rule.id()))
          .containsAll(rule.meta().sameAs().stream().toList());
    }
  }

  @Test
  void theReadmeHasARowForEachRule() {
    StringBuilder tables = new StringBuilder();
    for (Family family : Family.values()) {
      tables.append("\n**").append(family.word()).append("**\n\n");
      tables.append(
          "| code | name | severity | fix | reports |\n| --- | --- | --- | --- | --- |\n");
      tables.append(rows(family));
    }
    Golden.checkRegion(Path.of("README.md"), "rules", tables.append('\n').toString());
  }

  private static String rows(Family family) {
    return RuleFiles.all().stream()
        .filter(rule -> rule.meta().family() == family)
        .map(
            rule ->
                "| [%s](%s) | %s | %s | %s | %s |\n"
                    .formatted(
                        rule.id(),
                        RuleFiles.page(rule),
                        rule.name(),
                        severity(rule.meta().severity()),
                        rule.meta().fix().map(RulesTest::fix).orElse(""),
                        rule.meta().summary()))
        .collect(Collectors.joining());
  }

  @Test
  void rulesAreShort() throws IOException {
    for (Path file : RuleFiles.files(".java")) {
      assertThat(Files.readAllLines(file).size())
          .as("%s: a longer rule says that the model is missing a word", file)
          .isLessThanOrEqualTo(120);
    }
  }

  private static String severity(Severity severity) {
    return severity == Severity.OFF ? "–" : severity.word();
  }

  private static String fix(Fix.Safety safety) {
    return safety == Fix.Safety.SAFE ? "safe" : "unsafe";
  }
}
