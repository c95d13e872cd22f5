package io.daviestechlabs.dockeradr.lint;

import java.util.Locale;
import java.util.Set;

/** Base images whose containers are known not to run as root when no USER follows. */
public final class NonRootImages {
  private static final Set<String> KNOWN =
      Set.of(
          "nginxinc/nginx-unprivileged",
          "rayproject/ray",
          "rayproject/ray-llm",
          "rayproject/ray-ml",
          "jupyter/base-notebook",
          "jupyter/datascience-notebook",
          "jupyter/minimal-notebook",
          "jupyter/pytorch-notebook",
          "jupyter/scipy-notebook",
          "jupyter/tensorflow-notebook");

  private NonRootImages() {}

  /** Whether an image is one of them, from whatever registry; Windows knows no root. */
  public static boolean contains(String image) {
    String named = image.toLowerCase(Locale.ROOT).split("@", 2)[0];
    int colon = named.lastIndexOf(':');
    boolean tagged = colon > named.lastIndexOf('/');
    String repository = tagged ? named.substring(0, colon) : named;
    String tag = tagged ? named.substring(colon + 1) : "";
    return (repository.contains("distroless/") && tag.contains("nonroot"))
        || isChainguard(repository)
        || KNOWN.contains(withoutRegistry(repository))
        || KnownImages.isOfficialWithUser(image)
        || isWindows(image);
  }

  /** Of these, the one to install packages upon runs as root. */
  private static boolean isChainguard(String repository) {
    boolean theirs =
        repository.startsWith("cgr.dev/") || withoutRegistry(repository).startsWith("chainguard/");
    return theirs && !repository.endsWith("/wolfi-base");
  }

  /** Whether an image is one of Windows, as far as its name tells. */
  public static boolean isWindows(String image) {
    String lower = image.toLowerCase(Locale.ROOT);
    return lower.contains("/windows/")
        || lower.contains("nanoserver")
        || lower.contains("windowsservercore");
  }

  private static String withoutRegistry(String repository) {
    int name = repository.lastIndexOf('/');
    int owner = repository.lastIndexOf('/', name - 1);
    return repository.substring(owner + 1);
  }
}
