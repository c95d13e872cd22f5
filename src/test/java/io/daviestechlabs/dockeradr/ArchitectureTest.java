package io.daviestechlabs.dockeradr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The house's rules that a compiler cannot hold. No list of excuses. */
class ArchitectureTest {
  private static final String ROOT = "io.daviestechlabs.dockeradr";

  /** A package sees only ranks below its own, never a neighbour. */
  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("maven", 9),
          Map.entry("goal", 8),
          Map.entry("rules", 7),
          Map.entry("verify", 7),
          Map.entry("trace", 7),
          Map.entry("rules.adr", 6),
          Map.entry("rules.image", 6),
          Map.entry("rules.buildkit", 6),
          Map.entry("report", 6),
          Map.entry("buildx", 6),
          Map.entry("lint", 5),
          Map.entry("image", 4),
          Map.entry("policy", 3),
          Map.entry("tools", 3),
          Map.entry("dockerfile", 2),
          Map.entry("shell", 2),
          Map.entry("ignore", 2),
          Map.entry("workflow", 2),
          Map.entry("python", 2),
          Map.entry("bake", 2),
          Map.entry("makefile", 2),
          Map.entry("text", 1),
          Map.entry("", 1));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void aPackageSeesOnlyRanksBelowItsOwn() {
    assertThat(CLASSES.stream().map(ArchitectureTest::room).filter(Objects::nonNull).distinct())
        .containsExactlyInAnyOrderElementsOf(RANKS.keySet());
    classes().should(seeOnlyLowerRanks()).check(CLASSES);
  }

  @Test
  void onlyMavenSeesMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".maven..")
        .and()
        .doNotHaveSimpleName("HelpMojo")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus..", "javax.inject..")
        .check(CLASSES);
  }

  @Test
  void onlyVerifySeesDockerJava() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".verify..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.dockerjava..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** Its first use takes a build too long, and only docker-java cannot do without. */
  @Test
  void nothingReadsJsonThroughJackson() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(CLASSES);
  }

  @Test
  void onlyBuildxStartsProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".buildx..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .check(CLASSES);
  }

  @Test
  void languagesAndRulesTouchNoFilesClocksOrEnvironment() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".text..",
            ROOT + ".dockerfile..",
            ROOT + ".shell..",
            ROOT + ".python..",
            ROOT + ".tools..",
            ROOT + ".image..",
            ROOT + ".lint..",
            ROOT + ".rules..",
            ROOT + ".report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void nothingIsFoundByReflection() {
    noClasses()
        .that()
        .doNotHaveSimpleName("HelpMojo")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .check(CLASSES);
  }

  @Test
  void noMutableStatics() {
    fields().that().areStatic().and(areNotSynthetic()).should().beFinal().check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Base)$")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Default|Base)[A-Z][^.]*$")
        .check(CLASSES);
  }

  @Test
  void onlyOneExceptionIsOurs() {
    noClasses()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .haveNameNotMatching(".*UserError")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaField> areNotSynthetic() {
    return DescribedPredicate.describe(
        "are not made by the compiler",
        field ->
            !field
                .getModifiers()
                .contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC));
  }

  private static ArchCondition<JavaClass> seeOnlyLowerRanks() {
    return new ArchCondition<>("see only packages of a lower rank") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          String here = room(from);
          String there = room(dependency.getTargetClass());
          if (there == null || here.equals(there)) {
            continue;
          }
          if (rank(here) <= rank(there)) {
            events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static int rank(String room) {
    Integer rank = RANKS.get(room);
    if (rank == null) {
      throw new AssertionError("package '" + room + "' has no rank in ArchitectureTest");
    }
    return rank;
  }

  /** Package below the root; null for what is not ours. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(ROOT)) {
      return type.getSimpleName().equals("HelpMojo") ? null : "";
    }
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : null;
  }
}
