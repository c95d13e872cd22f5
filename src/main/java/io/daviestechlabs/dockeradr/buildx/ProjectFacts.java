package io.daviestechlabs.dockeradr.buildx;

import java.util.List;
import java.util.Optional;

/**
 * What a POM says about its project, without Maven.
 *
 * @param groupId of the project
 * @param artifactId of the project
 * @param version of the project
 * @param name of the project, for people
 * @param description in any number of lines
 * @param organization the name of who publishes it
 * @param url its home page
 * @param site its documentation: {@code distributionManagement.site.url}
 * @param scm its sources
 * @param licences under which it may be used
 * @param developers who are responsible for it
 * @param outputTimestamp {@code project.build.outputTimestamp} as written
 */
public record ProjectFacts(
    String groupId,
    String artifactId,
    String version,
    Optional<String> name,
    Optional<String> description,
    Optional<String> organization,
    Optional<Link> url,
    Optional<Link> site,
    Scm scm,
    List<Licence> licences,
    List<Developer> developers,
    Optional<String> outputTimestamp) {
  public ProjectFacts {
    licences = List.copyOf(licences);
    developers = List.copyOf(developers);
  }

  /** A project of which nothing but its coordinates is known. */
  public static ProjectFacts of(String groupId, String artifactId, String version) {
    return new ProjectFacts(
        groupId,
        artifactId,
        version,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Scm.NONE,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * An address of the effective model.
   *
   * <p>Maven appends the path of the module to an address that it inherits, and what comes out is
   * often no page at all.
   *
   * @param effective as Maven sees it in this project
   * @param declared as the ancestor wrote it, if the effective one was inherited and appended to
   */
  public record Link(String effective, Optional<String> declared) {
    /** An address that the project itself wrote, or inherited as it is. */
    public static Link of(String url) {
      return new Link(url, Optional.empty());
    }

    /** The address that a person wrote. */
    String written() {
      return declared.orElse(effective);
    }
  }

  /**
   * Where the sources are.
   *
   * @param url for browsers
   * @param connection for Maven: {@code scm:git:…}
   */
  public record Scm(Optional<Link> url, Optional<Link> connection) {
    /** Nothing is said about the sources. */
    public static final Scm NONE = new Scm(Optional.empty(), Optional.empty());
  }

  /**
   * A licence as the POM names it.
   *
   * @param name in the author's words
   * @param url of its text
   */
  public record Licence(Optional<String> name, Optional<String> url) {}

  /**
   * A person who answers for the project.
   *
   * @param name in full
   * @param email where to write
   */
  public record Developer(Optional<String> name, Optional<String> email) {}
}
