package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of every image that was read, whatever was found in it. */
final class VerifySummary {
  private VerifySummary() {}

  static List<String> lines(ImageSubject image, String place) {
    Contents contents = image.contents();
    List<String> lines = new ArrayList<>();
    lines.add(
        "verified %s (%s) from %s"
            .formatted(image.image().name(), image.config().platform(), place));
    if (!image.image().digest().isEmpty()) {
      lines.add("  digest   " + image.image().digest());
    }
    lines.add("  size     " + size(contents));
    lines.add("  layers   " + layers(image));
    lines.add(
        "  wasted   %s that later layers hide, efficiency %s %%"
            .formatted(
                Amount.bytes(contents.wasted()),
                String.format(Locale.ROOT, "%.1f", Math.floor(contents.efficiency() * 1000) / 10)));
    return lines;
  }

  private static String size(Contents contents) {
    String unpacked = Amount.bytes(contents.unpacked());
    String files = String.format(Locale.ROOT, "%,d files", contents.files());
    return "%s in %s, %s stored".formatted(unpacked, files, Amount.bytes(contents.stored()));
  }

  private static String layers(ImageSubject image) {
    int count = image.contents().layers().size();
    int base = image.base().layers();
    String all = base > 0 ? "%d, %d of them of the base image".formatted(count, base) : "" + count;
    return image.contents().isComplete() ? all : all + ", not all of them read";
  }
}
