package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Licence;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Link;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Scm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Developer;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/** Reads from Maven's model what {@link ProjectFacts} wants to know; the only reader of it. */
final class PomFacts {
  private PomFacts() {}

  /** The facts of a module. */
  static ProjectFacts of(MavenProject project) {
    return new ProjectFacts(
        project.getGroupId(),
        project.getArtifactId(),
        project.getVersion(),
        // Without a <name>, the effective model calls the project by its artifactId.
        text(project.getOriginalModel().getName()).isPresent()
            ? text(project.getName())
            : Optional.empty(),
        text(project.getDescription()),
        project.getOrganization() == null
            ? Optional.empty()
            : text(project.getOrganization().getName()),
        link(project, "url"),
        link(project, "distributionManagement.site.url"),
        new Scm(link(project, "scm.url"), link(project, "scm.connection")),
        licences(project),
        developers(project),
        text(project.getProperties().getProperty("project.build.outputTimestamp")));
  }

  private static List<Licence> licences(MavenProject project) {
    List<Licence> licences = new ArrayList<>();
    for (License each : project.getLicenses()) {
      licences.add(new Licence(text(each.getName()), text(each.getUrl())));
    }
    return licences;
  }

  private static List<ProjectFacts.Developer> developers(MavenProject project) {
    List<ProjectFacts.Developer> developers = new ArrayList<>();
    for (Developer each : project.getDevelopers()) {
      developers.add(new ProjectFacts.Developer(text(each.getName()), text(each.getEmail())));
    }
    return developers;
  }

  /** What a model has in one of its elements that are addresses. */
  private static Optional<String> address(Model model, String element) {
    DistributionManagement distribution = model.getDistributionManagement();
    return switch (element) {
      case "scm.url" -> model.getScm() == null ? Optional.empty() : text(model.getScm().getUrl());
      case "scm.connection" ->
          model.getScm() == null ? Optional.empty() : text(model.getScm().getConnection());
      case "distributionManagement.site.url" ->
          distribution == null || distribution.getSite() == null
              ? Optional.empty()
              : text(distribution.getSite().getUrl());
      default -> text(model.getUrl());
    };
  }

  /** An address of the effective model, with what the ancestor wrote from which it comes. */
  private static Optional<Link> link(MavenProject project, String element) {
    Optional<String> effective = address(project.getModel(), element);
    if (effective.isEmpty()) {
      return Optional.empty();
    }
    MavenProject author = project;
    while (author != null && address(author.getOriginalModel(), element).isEmpty()) {
      author = author.getParent();
    }
    Optional<String> written =
        author == null || author == project
            ? Optional.empty()
            : address(author.getModel(), element);
    return Optional.of(
        new Link(effective.get(), written.equals(effective) ? Optional.empty() : written));
  }

  private static Optional<String> text(String value) {
    String text = value == null ? "" : value.strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
