package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.image.ImageScan;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.ImageDemands;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.report.Format;
import io.daviestechlabs.dockeradr.report.Summary;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.verify.ImageChoice;
import io.daviestechlabs.dockeradr.verify.ImageSource;
import io.daviestechlabs.dockeradr.verify.NamedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads images wherever they are, and judges them.
 *
 * @param places where the images are
 * @param demands what the project asks of them
 * @param options weights of the rules
 * @param reports forms of report to write
 * @param failOn least weight that fails; {@link Severity#OFF} for none
 * @param directory where outlines and reports go
 * @param standpoint directory to which names in the output are relative
 * @param access the way to the images
 * @param console where findings are printed
 */
public record Verify(
    List<ImagePlace> places,
    ImageDemands demands,
    Options options,
    Set<Format> reports,
    Severity failOn,
    Path directory,
    Path standpoint,
    ImageAccess access,
    Console console) {
  private static final List<Rule> RULES =
      Rules.ALL.stream().filter(rule -> rule.meta().family() == Family.IMAGE).toList();

  /** Reads all, prints all, writes all reports, and only then fails. */
  public void run() {
    List<Finding> findings = new ArrayList<>();
    int count = 0;
    try {
      for (ImagePlace place : places) {
        count += verify(place, findings);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("The verification was cancelled", "Start it again.", e);
    }
    for (Format format : reports) {
      Path file = directory.resolve(format.imageFile());
      FindingOutput.write(format.report(), findings, RULES, count, file);
    }
    String total = Summary.of(count, findings).line("image");
    console.info(total);
    FindingOutput.fail(findings, failOn, total);
  }

  private int verify(ImagePlace place, List<Finding> findings) throws InterruptedException {
    try (ImageSource source = access.open(place, standpoint)) {
      ImageChoice choice = new ImageChoice(place.name(), place.platforms());
      NamedImage named = choice.image(source.images(), place.title(standpoint));
      List<NamedImage.Offer> offers = choice.offers(named);
      for (NamedImage.Offer offer : offers) {
        StoredImage image = source.read(named, offer);
        check(place, named, image);
        Asked<ImageSubject.Origin> origin = Asked.now(() -> access.origin(image, place));
        Contents contents = ImageScan.of(image);
        String platform = offers.size() > 1 ? "-" + offer.platform().toString() : "";
        Path outline = directory.resolve(place.id()).resolve(outline(platform));
        ImageSubject subject =
            new ImageSubject(shown(outline), image, contents, origin.answer(), demands);
        AtomicFile.write(outline, subject.source().text());
        if (place.built().isPresent()) {
          BuildTrace.fill(directory.resolve(place.id()), subject);
        }
        List<Finding> found = new Linter(RULES, options).lint(subject);
        VerifySummary.lines(subject, place.title(standpoint)).forEach(console::info);
        FindingOutput.print(found, console);
        findings.addAll(found);
      }
      return offers.size();
    }
  }

  private static String outline(String platform) {
    return "image" + platform.replaceAll("[^A-Za-z0-9-]", "-") + ".txt";
  }

  /** Somebody else may have given the name to another image since. */
  private static void check(ImagePlace place, NamedImage named, StoredImage image) {
    List<String> digests = place.built().map(ImagePlace.Record::digests).orElse(List.of());
    boolean same =
        digests.isEmpty()
            || digests.contains(named.digest())
            || digests.contains(image.digest())
            || digests.contains(image.manifest().config().digest());
    if (!same) {
      throw new UserError(
          image.name() + " is no longer the image that was built", "Build it again.");
    }
  }

  private String shown(Path outline) {
    Path path = outline.startsWith(standpoint) ? standpoint.relativize(outline) : outline;
    return path.toString().replace('\\', '/');
  }
}
