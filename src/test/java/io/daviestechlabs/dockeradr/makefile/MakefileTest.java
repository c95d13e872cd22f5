package io.daviestechlabs.dockeradr.makefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MakefileTest {
  private static Makefile parse(String text) {
    return Makefile.parse(Source.of("Makefile", text));
  }

  /** {@code a b: command | command}, a rule a line. */
  private static String rules(String text) {
    return parse(text).rules().stream()
        .map(r -> String.join(" ", r.targets()) + ": " + String.join(" | ", r.recipe()))
        .collect(Collectors.joining("\n"));
  }

  private static String variables(String text) {
    return parse(text).variables().stream()
        .map(v -> (v.exported() ? "export " : "") + v.name() + "=" + v.value())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void recipesBeginWithATab() {
    assertThat(rules("a b:: c | d\n\tx\n\n# no\n\t@-y # z\nc: ; z; w\n"))
        .isEqualTo("a b: x | y # z\nc: z; w");
    assertThat(rules("\tx\nA = 1\n\ty\na:\n\tz\n")).isEqualTo("a: z");
  }

  @Test
  void recipesKeepTheirContinuationLines() {
    assertThat(rules("a:\n\tx \\\n\t  y \\\n  z\n\tw\\\\\n\tv\n"))
        .isEqualTo("a: x \\\n  y \\\n  z | w\\\\ | v");
  }

  @Test
  void anotherPrefixCanBeSet() {
    assertThat(rules(".RECIPEPREFIX = >\na:\n>x \\\n>y\n>+@ z\n")).isEqualTo("a: x \\\ny | z");
  }

  @Test
  void targetsMayBeExpansions() {
    assertThat(rules("$(a:b=c) ${d} e%: f ## help: x = y\n\tx\n%.o: %.c\n\ty\nx y &: z\n"))
        .isEqualTo("$(a:b=c) ${d} e%: x\n%.o: y\nx y: ");
    assertThat(rules("objs: %.o: %.c\n\tx\n")).isEqualTo("objs: x");
  }

  @Test
  void variablesAreNoRules() {
    assertThat(
            variables(
                "A=1\nB := $(shell a:b)\nC ?= x # y\nD += z\nE != ls\nF ::= g:h\nG = a\\\n b\n"))
        .isEqualTo("A=1\nB=$(shell a:b)\nC=x\nD=z\nE=ls\nF=g:h\nG=a  b");
    assertThat(
            variables(
                "export A = 1\noverride export B:=2\nC=3\nexport C\nt: D = 4\nt: export E := 5\n"))
        .isEqualTo("export A=1\nexport B=2\nexport C=3\nD=4\nexport E=5");
    assertThat(variables("A=1\nexport\n")).isEqualTo("export A=1");
  }

  @Test
  void definitionsAndConditionsAreNoRules() {
    assertThat(
            rules(
                "define x\na:\n\tb\ndefine y\nendef\nendef\nifeq (a,b:c)\nc:\n\td\nelse ifdef z\ne:\n\tf\nendif\n"))
        .isEqualTo("c: d\ne: f");
  }

  @Test
  void includesAreSeen() {
    assertThat(parse("-include a.mk\n").includes()).isTrue();
    assertThat(parse("includes: x\n").includes()).isFalse();
  }

  @Test
  void whatIsComputedMayBeAnything() {
    assertThat(parse("$(eval $(A): ; @:)\n").includes()).isTrue();
    assertThat(parse("ifdef A\n  ${foreach a,b,$(eval $(a):)}\nendif\n").includes()).isTrue();
    assertThat(parse("$(info a)\n$(error b)\na:\n\t$(call b)\n").includes()).isFalse();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstWord() {
    assertThat(rules("\uFEFFa:\n\tb\n")).isEqualTo(rules("a:\n\tb\n"));
    assertThat(rules("\uFEFF")).isEmpty();
  }

  @Test
  void crlfMakesNoDifference() {
    assertThat(rules("a:\r\n\tx \\\r\n\ty\r\n\tz\r\n").replace("\r", ""))
        .isEqualTo("a: x \\\ny | z");
  }

  @Test
  void hostileFilesAreRead() {
    parse("a:\n" + "\tx\\\n".repeat(100_000));
    parse("$(".repeat(200_000) + ":");
    parse("define x\n".repeat(100_000));
    parse("\\".repeat(300_000));
    parse(": : :\n=\n:=\n\n\t\n#\\\n\texport\n&:\n;\n");
  }
}
