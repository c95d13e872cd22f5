package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Masked;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.lint.HistorySecrets;
import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.trace.Account;
import io.daviestechlabs.dockeradr.trace.Miss;
import io.daviestechlabs.dockeradr.verify.ImageFacts;
import java.time.Duration;
import java.util.ArrayList;
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
    putSome(facts, "digest", result.digest());
    if (result.size() > 0) {
      facts.put("size", Amount.bytes(result.size()));
    }
    if (result.names().size() > 1) {
      List<ImageName> others = result.names().subList(1, result.names().size());
      facts.put("also named", FixedNames.list(others));
    }
    asked(facts);
    putSome(facts, "cache", result.cache());
    moved(facts);
    if (image.isPresent()) {
      described(image.get(), facts);
    }
    putSome(facts, "checked", result.checked());
    return account(
        Optional.empty(),
        result.time(),
        facts,
        image.isPresent() ? image.get().labels() : request.marks().labels(),
        image.isPresent() ? layers(image.get()) : List.of());
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
    putSome(facts, "stage", request.target());
  }

  private void moved(Map<String, String> facts) {
    long context = 0;
    long fetched = 0;
    for (Step step : steps) {
      if (step.isContextTransfer()) {
        context += step.bytes();
      } else if (!step.isInternal()) {
        fetched += step.bytes();
      }
    }
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
    putSome(facts, "created", image.created());
  }

  private static void putSome(Map<String, String> facts, String word, Optional<String> text) {
    if (text.isPresent()) {
      facts.put(word, text.get());
    }
  }

  private List<Account.Layer> layers(ImageFacts image) {
    List<Account.Layer> layers = new ArrayList<>();
    for (ImageFacts.Layer layer : image.layers()) {
      if (layer.size() > 0) {
        layers.add(
            new Account.Layer(
                layer.size(),
                layer.digest().isEmpty() ? "unpacked" : layer.compression(),
                masked.line(HistorySecrets.withoutArguments(layer.madeBy())),
                layer.diffId()));
      }
    }
    return layers;
  }
}
