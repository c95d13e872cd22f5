package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Developer;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Licence;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Link;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Scm;
import java.util.Optional;
import java.util.function.Function;
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
        Optional.ofNullable(project.getOrganization()).flatMap(o -> text(o.getName())),
        link(project, Model::getUrl),
        link(project, PomFacts::site),
        new Scm(
            link(project, m -> m.getScm() == null ? null : m.getScm().getUrl()),
            link(project, m -> m.getScm() == null ? null : m.getScm().getConnection())),
        project.getLicenses().stream()
            .map(l -> new Licence(text(l.getName()), text(l.getUrl())))
            .toList(),
        project.getDevelopers().stream()
            .map(d -> new Developer(text(d.getName()), text(d.getEmail())))
            .toList(),
        text(project.getProperties().getProperty("project.build.outputTimestamp")));
  }

  private static String site(Model model) {
    return model.getDistributionManagement() == null
            || model.getDistributionManagement().getSite() == null
        ? null
        : model.getDistributionManagement().getSite().getUrl();
  }

  /** An address of the effective model, with what the ancestor wrote from which it comes. */
  private static Optional<Link> link(MavenProject project, Function<Model, String> address) {
    Optional<String> effective = text(address.apply(project.getModel()));
    if (effective.isEmpty()) {
      return Optional.empty();
    }
    MavenProject author = project;
    while (author != null && text(address.apply(author.getOriginalModel())).isEmpty()) {
      author = author.getParent();
    }
    Optional<String> written =
        author == null || author == project
            ? Optional.empty()
            : text(address.apply(author.getModel())).filter(w -> !w.equals(effective.get()));
    return Optional.of(new Link(effective.get(), written));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }
}
