package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.image.Platform;
import io.daviestechlabs.dockeradr.verify.NamedImage.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the images in a place is meant, and for which platforms.
 *
 * @param name that it goes by; the only one that is there where it is empty
 * @param platforms that are meant; {@code all} for all, the usual one where there are none
 */
public record ImageChoice(Optional<ImageName> name, List<String> platforms) {
  private static final String ALL = "all";

  public ImageChoice {
    platforms = List.copyOf(platforms);
  }

  /**
   * The image.
   *
   * @param place what people call the place
   * @throws UserError listing what there is, where it is not there
   */
  public NamedImage image(List<NamedImage> images, String place) {
    List<NamedImage> found =
        images.size() == 1 && name.isEmpty()
            ? images
            : images.stream().filter(this::isMeant).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    String there =
        images.isEmpty()
            ? "it has none"
            : images.stream()
                .map(NamedImage::title)
                .collect(Collectors.joining("; ", "it has ", ""));
    throw new UserError(
        name.isEmpty()
            ? "%s has %d images".formatted(place, images.size())
            : "%s has no image %s".formatted(place, name.get()),
        images.isEmpty()
            ? "Name a place with an image."
            : "Choose one with -Ddocker-adr.reference; " + there + ".");
  }

  private boolean isMeant(NamedImage image) {
    return name.isPresent()
        && (name.get().digest().filter(image.digest()::equals).isPresent()
            || name.get().digest().isEmpty() && image.names().stream().anyMatch(this::isName));
  }

  /** Layouts often note the tag alone. */
  private boolean isName(String text) {
    ImageName wanted = name.orElseThrow();
    return text.equals(wanted.reference())
        || ImageName.find(text).filter(wanted::isSame).isPresent();
  }

  /**
   * Its platforms, in the order in which they are asked for.
   *
   * @throws UserError listing what there is, where one is not there
   */
  public List<Offer> offers(NamedImage image) {
    List<Offer> there = image.offers();
    if (platforms.contains(ALL) || platforms.isEmpty() && there.size() == 1) {
      return there;
    }
    List<Offer> chosen = new ArrayList<>();
    List<String> wanted = platforms.isEmpty() ? List.of(Platform.USUAL.toString()) : platforms;
    for (String text : wanted) {
      Platform platform = Platform.parse(text);
      chosen.add(
          there.stream()
              .filter(offer -> platform.isMetBy(offer.platform()))
              .findFirst()
              .orElseThrow(() -> missing(image, text)));
    }
    return chosen;
  }

  private static UserError missing(NamedImage image, String platform) {
    return new UserError(
        "%s is not there for %s".formatted(image.title(), platform),
        image.offers().stream()
            .map(offer -> offer.platform().toString())
            .collect(
                Collectors.joining(", ", "Choose with -Ddocker-adr.platforms from: ", ", all.")));
  }
}
