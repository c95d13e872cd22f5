package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.workflow.Step;
import io.daviestechlabs.dockeradr.workflow.Value;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cache that a workflow gives to buildx, as {@code type=registry,ref=…,mode=max}.
 *
 * @param isExport whether the build writes it
 * @param fields what stands between its commas
 */
public record CacheEntry(boolean isExport, List<Text> fields) {
  private static final Pattern ACTION =
      Pattern.compile("(?:.*/)?docker/(build-push|bake)-action(?:@.*)?");
  private static final Set<String> PROGRAMS = Set.of("docker", "docker-buildx", "buildx");
  private static final Set<String> FLAGS = Set.of("--cache-from", "--cache-to", "--set");
  private static final Pattern SET = Pattern.compile("\\s*[^\\s=]+\\.cache-(to|from)\\+?=");

  /** Keeps a copy. */
  public CacheEntry {
    fields = List.copyOf(fields);
  }

  /** Those of Docker's own actions and of the command lines of buildx, in order. */
  public static Stream<CacheEntry> in(Workflow workflow) {
    return workflow.steps().stream()
        .flatMap(
            step ->
                Stream.concat(
                    in(step, workflow.source()),
                    WorkflowScript.calls(step).flatMap(CacheEntry::ofCall)));
  }

  private static Stream<CacheEntry> ofCall(Call call) {
    if (!PROGRAMS.contains(call.name())) {
      return Stream.empty();
    }
    List<CacheEntry> entries = new ArrayList<>();
    for (int i = 0; i < call.args().size(); i++) {
      Text word = call.args().get(i).unquoted();
      int equals = word.indexOf('=', 0);
      String flag = equals < 0 ? word.toString() : word.subSequence(0, equals).toString();
      if (FLAGS.contains(flag) && (equals >= 0 || i + 1 < call.args().size())) {
        Text value = equals >= 0 ? word.from(equals + 1) : call.args().get(++i).unquoted();
        if (flag.equals("--set")) {
          ofOverride(value).ifPresent(entries::add);
        } else {
          entries.add(of(flag.equals("--cache-to"), value));
        }
      }
    }
    return entries.stream();
  }

  private static Stream<CacheEntry> in(Step step, Source source) {
    Matcher action = ACTION.matcher(step.uses().map(Value::toString).orElse(""));
    if (!action.matches()) {
      return Stream.empty();
    }
    if (action.group(1).equals("bake")) {
      return lines(step, "set", source).flatMap(line -> ofOverride(line).stream());
    }
    return Stream.concat(
        lines(step, "cache-from", source).map(line -> of(false, line)),
        lines(step, "cache-to", source).map(line -> of(true, line)));
  }

  /** The lines of an input; none where YAML folds several into one. */
  private static Stream<Text> lines(Step step, String input, Source source) {
    return Optional.ofNullable(step.with().get(input)).stream()
        .filter(value -> value.lines().size() == 1 || !isFolded(value, source))
        .flatMap(value -> value.lines().stream())
        .map(Text::strip)
        .filter(line -> line.length() > 0 && line.charAt(0) != '#');
  }

  private static boolean isFolded(Value value, Source source) {
    return source.text().charAt(value.span().start()) == '>';
  }

  private static Optional<CacheEntry> ofOverride(Text line) {
    Matcher matcher = SET.matcher(line);
    return matcher.lookingAt()
        ? Optional.of(of(matcher.group(1).equals("to"), line.from(matcher.end())))
        : Optional.empty();
  }

  private static CacheEntry of(boolean isExport, Text line) {
    List<Text> fields = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    int expressions = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = i > 0 && line.charAt(i - 1) == c;
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '{' && doubled) {
        expressions++;
      } else if (c == '}' && doubled) {
        expressions = Math.max(0, expressions - 1);
      } else if (c == ',' && !quoted && expressions == 0) {
        fields.add(line.subSequence(start, i).strip());
        start = i + 1;
      }
    }
    fields.add(line.from(start).strip());
    return new CacheEntry(isExport, fields);
  }

  /** The field of a key. */
  public Optional<Text> field(String key) {
    return fields.stream().filter(field -> field.toString().startsWith(key + "=")).findFirst();
  }

  /** What follows the key of a field. */
  public Optional<String> value(String key) {
    return field(key).map(field -> field.toString().substring(key.length() + 1));
  }

  /** {@code registry} where nothing but an image is named. */
  public String type() {
    boolean isImage = fields.size() == 1 && fields.get(0).indexOf('=', 0) < 0;
    return value("type").orElse(isImage ? "registry" : "");
  }
}
