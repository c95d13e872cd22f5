package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.NewBuilder;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import io.daviestechlabs.dockeradr.buildx.TagFacts;
import io.daviestechlabs.dockeradr.goal.BuildResult;
import io.daviestechlabs.dockeradr.goal.BuiltBefore;
import io.daviestechlabs.dockeradr.goal.BuiltImage;
import io.daviestechlabs.dockeradr.goal.PomRules;
import io.daviestechlabs.dockeradr.goal.ProjectLabels;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.SessionData;

/** The module that is built, or the bare directory that Maven was started in. */
final class Module {
  private static final String PLUGIN = "io.daviestechlabs:docker-adr-maven-plugin";
  private static final String PUSHED = PLUGIN + ":pushed";
  private static final String LOADED = PLUGIN + ":loaded";

  private final MavenProject project;
  private final MavenSession session;

  Module(MavenProject project, MavenSession session) {
    this.project = project;
    this.session = session;
  }

  /** Whether there is a POM on disk; without one Maven makes up a project. */
  boolean hasPom() {
    return project != null && project.getFile() != null;
  }

  Optional<Path> pom() {
    return hasPom() ? Optional.of(project.getFile().toPath().toAbsolutePath()) : Optional.empty();
  }

  /** The module's directory, or where the user stands. */
  Path base() {
    return hasPom() ? project.getBasedir().toPath().toAbsolutePath() : standpoint();
  }

  /** Where Maven was started. */
  Path standpoint() {
    String root = session.getExecutionRootDirectory();
    return Path.of(root == null ? System.getProperty("user.dir") : root).toAbsolutePath();
  }

  /** The day on which this run of Maven began. */
  LocalDate today() {
    Date start = session.getRequest().getStartTime();
    Instant instant = start == null ? Instant.now() : start.toInstant();
    return LocalDate.ofInstant(instant, ZoneId.systemDefault());
  }

  /** Where results go. */
  Path output() {
    String build = hasPom() ? project.getBuild().getDirectory() : null;
    Path target = build == null ? base().resolve("target") : Path.of(build);
    return target.resolve("docker-adr");
  }

  /** Whether this is the module that stands for the whole repository. */
  boolean isTop() {
    return base().equals(standpoint());
  }

  /** Directories of the other modules of this reactor. */
  Set<Path> others() {
    return session.getAllProjects() == null
        ? Set.of()
        : session.getAllProjects().stream()
            .map(MavenProject::getBasedir)
            .filter(dir -> dir != null)
            .map(File::toPath)
            .map(Path::toAbsolutePath)
            .filter(dir -> !dir.equals(base()))
            .collect(Collectors.toSet());
  }

  /** Whether the module's build runs a goal of this plugin. */
  boolean runs(String goal) {
    return executions().stream().anyMatch(execution -> execution.getGoals().contains(goal));
  }

  /** The executions of this plugin that have not been switched off. */
  List<PluginExecution> executions() {
    Plugin plugin = hasPom() ? project.getPlugin(PLUGIN) : null;
    return plugin == null
        ? List.of()
        : plugin.getExecutions().stream().filter(e -> !"none".equals(e.getPhase())).toList();
  }

  /** A path that is relative to the module, as Maven has made it, or not at all given. */
  Optional<Path> path(File file) {
    return file == null ? Optional.empty() : Optional.of(base().resolve(file.toPath()).normalize());
  }

  /** What the build is configured to make; empty if there is nothing to make it from. */
  Optional<BuiltImage> built(File dockerfile, File context, String target) {
    return BuiltImage.find(base(), path(dockerfile), path(context), Optional.ofNullable(target));
  }

  /** What the POM says, without Maven. */
  ProjectFacts facts() {
    return PomFacts.of(project);
  }

  /** What the module's parents say of rules, the farthest first. */
  List<PomRules> inheritedRules() {
    return hasPom() ? new InheritedRules(PLUGIN).of(project) : List.of();
  }

  /** What the project gives to its images. */
  ProjectLabels labels() {
    // Only a project that was read from a file has the model as its author wrote it.
    return hasPom() && project.getOriginalModel() != null
        ? ProjectLabels.of(pom(), runs("build"), facts(), base())
        : ProjectLabels.none();
  }

  /** Properties of the command line with a prefix, without it. */
  Map<String, String> userProperties(String prefix) {
    Map<String, String> found = new TreeMap<>();
    Properties given = session.getUserProperties();
    for (String name : given.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        found.put(name.substring(prefix.length()), given.getProperty(name));
      }
    }
    return found;
  }

  /** What tags are made of. */
  TagFacts tagFacts(Repositories git) {
    return new TagFacts(facts(), System.getenv(), () -> git.around(base()));
  }

  /** Makes what was built an artifact of the module. */
  void attach(List<BuildResult> results, MavenProjectHelper helper) {
    for (BuildResult result : results) {
      Path file = output().resolve(result.key()).resolve("image.json");
      if (Files.exists(file)) {
        String classifier = result.key().isEmpty() ? "image" : "image-" + result.key();
        helper.attachArtifact(project, "json", classifier, file.toFile());
      }
    }
  }

  /** The logins that settings.xml has for some registries. */
  List<RegistryLogin> logins(Set<String> registries, SettingsDecrypter decrypter) {
    return settings(decrypter).of(registries);
  }

  /** What settings.xml has for registries and secrets. */
  SettingsLogins settings(SettingsDecrypter decrypter) {
    return new SettingsLogins(session.getSettings(), decrypter);
  }

  /**
   * Asks the machine once in a run of Maven, for each builder, and makes the builder before.
   *
   * @param builder that is made where it is not there
   */
  Preflight.Asking preflight(Optional<NewBuilder> builder) {
    SessionData data = session.getRepositorySession().getData();
    return (exec, engine, environment) -> {
      // Another module may have loaded this plugin another time, with classes of its own.
      List<Object> key = List.of(Preflight.class, engine.docker(), engine.builder());
      List<Object> lock = List.of(Preflight.class.getName(), engine.docker(), engine.builder());
      data.set(lock, null, new Object());
      // Modules that are built at the same time must not make the same builder twice.
      synchronized (data.get(lock)) {
        if (data.get(key) instanceof Preflight known) {
          return known;
        }
        if (builder.isPresent()) {
          builder.get().make(exec, engine.docker(), environment);
        }
        Preflight answer = Preflight.of(exec, engine, environment);
        if (answer.isComplete()) {
          data.set(key, answer);
        }
        return answer;
      }
    };
  }

  /** Keeps what was built for the modules that depend on this one. */
  void remember(List<BuildResult> results, boolean pushed) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (BuildResult result : results) {
      if (result.digest().isPresent()) {
        for (ImageName name : result.names()) {
          digests.put(name.toString(), result.digest().get());
        }
      }
    }
    project.setContextValue(pushed ? PUSHED : LOADED, digests);
  }

  /** What the modules that this one depends on have built. */
  List<BuiltBefore> builtBefore() {
    ProjectDependencyGraph graph = session.getProjectDependencyGraph();
    List<BuiltBefore> before = new ArrayList<>();
    if (graph != null) {
      for (MavenProject other : graph.getUpstreamProjects(project, true)) {
        before.addAll(remembered(other));
      }
    }
    return before;
  }

  /** What other modules have built on which this one does not depend, with their names. */
  Map<ImageName, String> builtBeside() {
    ProjectDependencyGraph graph = session.getProjectDependencyGraph();
    Map<ImageName, String> beside = new LinkedHashMap<>();
    if (graph != null) {
      List<MavenProject> others = new ArrayList<>(session.getProjects());
      others.removeAll(graph.getUpstreamProjects(project, true));
      others.remove(project);
      for (MavenProject other : others) {
        for (BuiltBefore built : remembered(other)) {
          beside.put(built.name(), other.getArtifactId());
        }
      }
    }
    return beside;
  }

  private static List<BuiltBefore> remembered(MavenProject other) {
    List<BuiltBefore> built = new ArrayList<>(remembered(other, PUSHED, true));
    built.addAll(remembered(other, LOADED, false));
    return built;
  }

  /** Only types of the JDK: another module may have loaded this plugin another time. */
  private static List<BuiltBefore> remembered(MavenProject other, String key, boolean pushed) {
    List<BuiltBefore> built = new ArrayList<>();
    if (other.getContextValue(key) instanceof Map<?, ?> digests) {
      for (Map.Entry<?, ?> each : digests.entrySet()) {
        ImageName name = ImageName.parse((String) each.getKey());
        built.add(new BuiltBefore(name, (String) each.getValue(), pushed));
      }
    }
    return built;
  }

  /** Whether the user wants nothing to be fetched. */
  boolean isOffline() {
    return session.isOffline();
  }

  MavenProject project() {
    return project;
  }
}
