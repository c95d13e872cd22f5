package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Licence;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Link;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Scm;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Developer;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.model.Site;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class PomFactsTest {
  private final MavenProject project = project("https://example.com");

  @Test
  void eachAddressIsTakenFromItsElement() {
    ProjectFacts facts = PomFacts.of(project);
    assertThat(facts.url()).contains(Link.of("https://example.com/url"));
    assertThat(facts.site()).contains(Link.of("https://example.com/site"));
    assertThat(facts.scm())
        .isEqualTo(
            new Scm(
                Optional.of(Link.of("https://example.com/scm")),
                Optional.of(Link.of("scm:git:https://example.com/git"))));
  }

  @Test
  void anAddressThatIsInheritedHasWhatTheParentWrote() {
    MavenProject module = project("https://example.com/appended");
    module.setOriginalModel(new Model());
    module.setParent(project);
    ProjectFacts facts = PomFacts.of(module);
    assertThat(facts.url())
        .contains(
            new Link("https://example.com/appended/url", Optional.of("https://example.com/url")));
    assertThat(facts.scm().connection().get().declared())
        .contains("scm:git:https://example.com/git");
  }

  @Test
  void anAddressThatIsInheritedAsItIsNeedsNoOther() {
    MavenProject module = project("https://example.com");
    module.setOriginalModel(new Model());
    module.setParent(project);
    assertThat(PomFacts.of(module).site()).contains(Link.of("https://example.com/site"));
  }

  @Test
  void peopleAndLicencesKeepTheirOrder() {
    Developer ann = new Developer();
    ann.setName(" Ann ");
    Developer bob = new Developer();
    bob.setEmail("bob@example.com");
    project.setDevelopers(List.of(ann, bob));
    License licence = new License();
    licence.setName("MIT");
    licence.setUrl(" ");
    project.setLicenses(List.of(licence));
    ProjectFacts facts = PomFacts.of(project);
    assertThat(facts.developers())
        .containsExactly(
            new ProjectFacts.Developer(Optional.of("Ann"), Optional.empty()),
            new ProjectFacts.Developer(Optional.empty(), Optional.of("bob@example.com")));
    assertThat(facts.licences()).containsExactly(new Licence(Optional.of("MIT"), Optional.empty()));
  }

  @Test
  void whatIsNotThereIsEmpty() {
    Model bare = new Model();
    bare.setGroupId("com.example");
    bare.setArtifactId("bare");
    bare.setVersion("1");
    MavenProject nothing = new MavenProject(bare);
    nothing.setOriginalModel(bare);
    assertThat(PomFacts.of(nothing)).isEqualTo(ProjectFacts.of("com.example", "bare", "1"));
  }

  @Test
  void theOrganisationIsItsName() {
    Organization organization = new Organization();
    organization.setName(" Example ");
    project.setOrganization(organization);
    assertThat(PomFacts.of(project).organization()).contains("Example");
  }

  private static MavenProject project(String address) {
    Model model = new Model();
    model.setGroupId("com.example");
    model.setArtifactId("app");
    model.setVersion("1");
    model.setUrl(address + "/url");
    model.setDistributionManagement(new DistributionManagement());
    model.getDistributionManagement().setSite(new Site());
    model.getDistributionManagement().getSite().setUrl(address + "/site");
    model.setScm(new org.apache.maven.model.Scm());
    model.getScm().setUrl(address + "/scm");
    model.getScm().setConnection("scm:git:" + address + "/git");
    MavenProject project = new MavenProject(model);
    project.setOriginalModel(model);
    return project;
  }
}
