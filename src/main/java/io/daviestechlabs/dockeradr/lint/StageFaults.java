package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Platform;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What BuildKit has against the stages of a file that it can read, in its words. */
final class StageFaults {
  private static final String NO_EXPANSION =
      "variable expansion is not supported for --from, define a new stage with FROM using ARG from"
          + " global scope as a workaround";

  private final List<BuildFault> faults = new ArrayList<>();

  /** A file with more copies from later stages was written to cost time. */
  private int cyclesLeft = 20;

  private final Dockerfile file;
  private final StageGraph stages;

  private StageFaults(Dockerfile file, StageGraph stages) {
    this.file = file;
    this.stages = stages;
  }

  /** All of a file. */
  static List<BuildFault> of(Dockerfile file, StageGraph stages) {
    StageFaults found = new StageFaults(file, stages);
    found.look();
    return found.faults;
  }

  private void look() {
    file.checks().fault().ifPresent(message -> add(file.check().orElseThrow().span(), message));
    if (file.stages().isEmpty()) {
      add(Span.at(0), "dockerfile contains no stages to build");
    }
    file.globalArgs().stream()
        .flatMap(arg -> arg.pairs().stream())
        .flatMap(pair -> pair.value().stream())
        .forEach(value -> value.failure().ifPresent(message -> add(value.span(), message)));
    for (Stage stage : file.stages()) {
      image(stage);
      stage.from().platform().ifPresent(this::platform);
      for (Instruction instruction : stage.instructions()) {
        if (instruction instanceof Copy copy) {
          copy.from().ifPresent(from -> source(stage, from));
        }
      }
    }
  }

  private void image(Stage stage) {
    From from = stage.from();
    Word image = from.image();
    if (image.failure().isPresent()) {
      add(image.span(), image.failure().get());
    } else if (isFixed(image)) {
      String name = image.expand(bare()).value();
      if (name.isEmpty()) {
        add(image.span(), "base name (" + image + ") should not be blank");
      } else if (stages.base(stage).isEmpty() && !name.equals("scratch")) {
        reference(image, name);
      }
    }
  }

  private void reference(Word word, String name) {
    ImageRef.Parsed parsed = ImageRef.parse(name);
    if (parsed.image().isEmpty()) {
      String quoted = GoQuote.quote(name);
      add(word.span(), "failed to parse stage name " + quoted + ": " + parsed.error());
    }
  }

  private void platform(Word platform) {
    if (platform.failure().isPresent()) {
      add(platform.span(), platform.failure().get());
    } else if (isFixed(platform)) {
      String value = platform.expand(bare()).value();
      if (value.isEmpty()) {
        add(platform.span(), "empty platform value from expression " + platform);
      } else if (Platform.parse(value).isEmpty()) {
        add(platform.span(), "failed to parse platform " + platform);
      }
    }
  }

  /** Whether no build argument decides on its value: there is no ARG of the names in it. */
  private boolean isFixed(Word word) {
    Scope scope = stages.global();
    return word.variables().stream()
        .allMatch(v -> scope.knowledge(v.name().toString()) == Scope.Knowledge.UNKNOWN);
  }

  private Scope bare() {
    return stages.global().bare();
  }

  private void source(Stage stage, Word from) {
    if (!from.variables().isEmpty()) {
      add(from.span(), NO_EXPANSION);
      return;
    }
    String name = from.literal().map(Object::toString).orElse("");
    boolean isIndex = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    Optional<Stage> source = stages.source(from);
    if (isIndex && source.isEmpty()) {
      add(from.span(), "invalid stage index " + name);
    } else if (source.isEmpty() && !name.equals("scratch")) {
      reference(from, name);
    }
    source
        .filter(s -> s == stage)
        .ifPresent(
            s ->
                add(
                    from.span(),
                    "circular dependency detected on stage: "
                        + stage.name().orElse("stage-" + stage.index())));
    source.filter(s -> s.index() > stage.index()).ifPresent(s -> later(stage, s, from));
  }

  private void later(Stage stage, Stage source, Word from) {
    String own = stage.name().orElse("stage-" + stage.index());
    boolean isCycle = cyclesLeft-- > 0 && stages.needed(source).contains(stage);
    add(
        from.span(),
        isCycle
            ? "circular dependency detected on stage: " + own
            : "cannot copy from stage %s, it needs to be defined before current stage %s"
                .formatted(GoQuote.quote(from.toString()), GoQuote.quote(own)));
  }

  private void add(Span span, String message) {
    faults.add(new BuildFault(span, message));
  }
}
