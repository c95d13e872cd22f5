package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goal as Maven's own container makes it, from a POM and from defaults. */
@MojoTest
class LintMojoTest {
  @Test
  @InjectMojo(goal = "lint", pom = "src/test/resources/harness/lint/pom.xml")
  void aFindingOfTheWeightAskedForFailsTheBuildInOneSentence(LintMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(" error")
        .hasMessageContaining("-Ddocker-adr.failOn=never");
  }

  @Test
  @InjectMojo(goal = "lint", pom = "src/test/resources/harness/lint/pom.xml")
  @MojoParameter(name = "lintSkip", value = "true")
  void aSkippedGoalDoesNothing(LintMojo mojo) throws Exception {
    mojo.execute();
    assertThat(mojo.isSkipped()).isTrue();
  }
}
