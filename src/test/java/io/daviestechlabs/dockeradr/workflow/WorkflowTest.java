package io.daviestechlabs.dockeradr.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowTest {
  private static final String HEAD = "jobs:\n  a:\n    steps:\n      - run: ";

  @Test
  void aFoldedBlockIsOneLineWhereItsIndentationStays() {
    String text =
        HEAD + ">- # why\n          a\n          b\n            c\n\n          d\n          e\n";
    assertThat(lines(text)).containsExactly("a b", "  c", "", "d e");
  }

  @Test
  void aLiteralBlockKeepsItsLines() {
    assertThat(lines(HEAD + "|+\r\n          a\r\n            b\r\n\r\n"))
        .containsExactly("a", "  b", "");
  }

  @Test
  void charactersOfAFoldedBlockKnowWhereTheyStand() {
    String text = HEAD + ">\n          a\n          bcd\n";
    Text line = run(text).lines().get(0);
    int at = line.indexOf('c', 0);
    assertThat(text.charAt(line.offset(at))).isEqualTo('c');
    assertThat(line.subSequence(at, at + 1).span().length()).isEqualTo(1);
  }

  @Test
  void aMappingHasWhatItMerges() {
    String text =
        "a: &a {x: 1, y: 1}\nb: &b {<<: *a, z: 1}\njobs:\n  j:\n    steps:\n"
            + "      - with:\n          <<: [*b, {w: 1}]\n          y: 2\n";
    Step step = parse(text).steps().get(0);
    assertThat(step.with()).containsOnlyKeys("x", "y", "z", "w");
    assertThat(step.with().get("y")).hasToString("2");
  }

  @Test
  void whatMergesItselfIsReadOnce() {
    assertThat(parse("jobs: &a\n  <<: *a\n  b: {steps: []}\n").jobs()).hasSize(1);
  }

  @Test
  void theStepsOfACompositeActionAreThoseOfOneJob() {
    Workflow action =
        parse(
            """
            inputs: {tag: {default: latest}}
            runs:
              using: composite
              steps:
                - run: docker build -t "${{ inputs.tag }}" .
                  shell: bash
                - uses: docker/build-push-action@v6
                  with: {push: true}
            """);
    assertThat(action.jobs()).hasSize(1);
    assertThat(action.steps().get(0).shell()).contains("bash");
    assertThat(action.steps().get(1).uses("docker/build-push-action")).isTrue();
    assertThat(parse("runs: {using: node20, main: index.js}").steps()).isEmpty();
  }

  @Test
  void onlyTheFirstDocumentCounts() {
    Workflow workflow = parse("jobs: {a: {steps: [{run: x}]}}\n---\njobs: [}\n");
    assertThat(workflow.problem()).isEmpty();
    assertThat(workflow.steps()).hasSize(1);
    assertThat(parse("").problem()).isEmpty();
    assertThat(parse("# nothing\n---\n").jobs()).isEmpty();
  }

  @Test
  void anEscapedSlashIsOne() {
    assertThat(run("jobs: {a: {steps: [{run: \"a\\/b\"}]}}").toString()).endsWith("/b");
  }

  @Test
  void aControlCharacterHasAPlace() {
    assertThat(parse("a: b\u001b\n").problem())
        .get()
        .extracting(p -> p.span().start())
        .isEqualTo(4);
  }

  @Test
  void whatIsNoYamlHasAPlace() {
    Workflow workflow = parse("a: b\n\tc: d\n");
    assertThat(workflow.problem()).get().extracting(p -> p.span().start()).isEqualTo(5);
  }

  private static List<String> lines(String text) {
    return run(text).lines().stream().map(Text::toString).toList();
  }

  private static Value run(String text) {
    return parse(text).steps().get(0).run().orElseThrow();
  }

  private static Workflow parse(String text) {
    return Workflow.parse(Source.of(".gitea/workflows/a.yml", text));
  }
}
