package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.PomRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Reads what the parents of a module say of rules.
 *
 * <p>A module's own configuration replaces that of its parents, so that what they have locked can
 * only be read in their own.
 */
final class InheritedRules {
  private final String key;

  /**
   * @param key group and artifact of this plugin
   */
  InheritedRules(String key) {
    this.key = key;
  }

  /** What each of the parents says, the farthest first. */
  List<PomRules> of(MavenProject module) {
    LinkedList<PomRules> rules = new LinkedList<>();
    for (MavenProject each = module.getParent(); each != null; each = each.getParent()) {
      rules.addFirst(rules(each.getBuild()));
    }
    return rules;
  }

  private PomRules rules(Build build) {
    Map<String, String> severities = new HashMap<>();
    List<String> locked = new ArrayList<>();
    configurations(build)
        .forEach(
            configuration -> {
              children(configuration, "severities")
                  .forEach(rule -> severities.putIfAbsent(rule.getName(), rule.getValue()));
              children(configuration, "locked").forEach(rule -> locked.add(rule.getValue()));
            });
    return new PomRules(severities, locked);
  }

  /** Of the goals that are run, and of those that a module may run. */
  private Stream<Xpp3Dom> configurations(Build build) {
    return Stream.concat(
            Stream.of(build.getPluginsAsMap()),
            Optional.ofNullable(build.getPluginManagement())
                .map(PluginManagement::getPluginsAsMap)
                .stream())
        .flatMap(plugins -> Optional.ofNullable(plugins.get(key)).stream())
        .flatMap(InheritedRules::containers)
        .map(ConfigurationContainer::getConfiguration)
        .filter(Xpp3Dom.class::isInstance)
        .map(Xpp3Dom.class::cast);
  }

  private static Stream<ConfigurationContainer> containers(Plugin plugin) {
    return Stream.concat(Stream.of(plugin), plugin.getExecutions().stream());
  }

  private static Stream<Xpp3Dom> children(Xpp3Dom configuration, String name) {
    Xpp3Dom element = configuration.getChild(name);
    return element == null
        ? Stream.empty()
        : Stream.of(element.getChildren()).filter(child -> child.getValue() != null);
  }
}
