package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Masked;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.lint.HistorySecrets;
import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.trace.Account;
import io.daviestechlabs.dockeradr.trace.Miss;
import io.daviestechlabs.dockeradr.verify.ImageFacts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is told about the build of an image. */
final class BuildAccount {
  private final BuildRequest request;
  private final BuildxRun run;
  private final List<Step> steps;
  private final List<Miss> misses;
  private final Masked masked;

  BuildAccount(
      BuildRequest request, BuildxRun run, List<Step> steps, List<Miss> misses, Masked masked) {
    this.request = request;
    this.run = run;
    this.steps = steps;
    this.misses = misses;
    this.masked = masked;
  }

  /** Of a build that came to its end. */
  Account of(BuildResult result, Optional<ImageFacts> image) {
    Map<String, String> facts = new LinkedHashMap<>();
    result.digest().ifPresent(digest -> facts.put("digest", digest));
    if (result.size() > 0) {
      facts.put("size", Amount.bytes(result.size()));
    }
    result.names().stream()
        .skip(1)
        .map(Object::toString)
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(names -> facts.put("also named", names));
    asked(facts);
    result.cache().ifPresent(cache -> facts.put("cache", cache));
    moved(facts);
    image.ifPresent(it -> described(it, facts));
    result.checked().ifPresent(checked -> facts.put("checked", checked));
    return account(
        Optional.empty(),
        result.time(),
        facts,
        image.map(ImageFacts::labels).orElse(request.marks().labels()),
        image.map(this::layers).orElse(List.of()));
  }

  /** Of a build that failed. */
  Account failed(UserError error, Duration time) {
    Map<String, String> facts = new LinkedHashMap<>();
    asked(facts);
    moved(facts);
    Optional<String> said = Optional.of(masked.line(error.getMessage()));
    return account(said, time, facts, Map.of(), List.of());
  }

  private Account account(
      Optional<String> error,
      Duration time,
      Map<String, String> facts,
      Map<String, String> labels,
      List<Account.Layer> layers) {
    return new Account(
        request.image().toString(),
        request.dockerfile().getFileName().toString(),
        error,
        time,
        steps,
        misses,
        facts,
        labels,
        layers,
        run.warnings(),
        run.command());
  }

  private void asked(Map<String, String> facts) {
    if (!request.platforms().isEmpty()) {
      facts.put("platforms", String.join(", ", request.platforms()));
    }
    request.target().ifPresent(target -> facts.put("stage", target));
  }

  private void moved(Map<String, String> facts) {
    long context = steps.stream().filter(Step::isContextTransfer).mapToLong(Step::bytes).sum();
    long fetched = steps.stream().filter(step -> !step.isInternal()).mapToLong(Step::bytes).sum();
    facts.put("context sent", Amount.bytes(context));
    if (fetched > 0) {
      facts.put("layers fetched", Amount.bytes(fetched));
    }
  }

  private static void described(ImageFacts image, Map<String, String> facts) {
    facts.put("user", image.user().isEmpty() ? "root" : image.user());
    facts.put("health check", image.hasHealthCheck() ? "yes" : "none");
    if (!image.ports().isEmpty()) {
      facts.put("ports", String.join(", ", image.ports()));
    }
    image.created().ifPresent(created -> facts.put("created", created));
  }

  private List<Account.Layer> layers(ImageFacts image) {
    return image.layers().stream()
        .filter(layer -> layer.size() > 0)
        .map(
            layer ->
                new Account.Layer(
                    layer.size(),
                    layer.digest().isEmpty() ? "unpacked" : layer.compression(),
                    masked.line(HistorySecrets.withoutArguments(layer.madeBy())),
                    layer.diffId()))
        .toList();
  }
}
