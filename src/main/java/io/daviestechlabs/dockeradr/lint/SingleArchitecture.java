package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts of Docker Hub that have the official images of one platform each, from the README of
 * docker-library/official-images.
 */
public final class SingleArchitecture {
  private static final Map<String, String> PLATFORMS =
      Map.ofEntries(
          Map.entry("amd64", "linux/amd64"),
          Map.entry("arm32v5", "linux/arm/v5"),
          Map.entry("arm32v6", "linux/arm/v6"),
          Map.entry("arm32v7", "linux/arm/v7"),
          Map.entry("arm64v8", "linux/arm64/v8"),
          Map.entry("i386", "linux/386"),
          Map.entry("mips64le", "linux/mips64le"),
          Map.entry("ppc64le", "linux/ppc64le"),
          Map.entry("riscv64", "linux/riscv64"),
          Map.entry("s390x", "linux/s390x"),
          Map.entry("winamd64", "windows/amd64"));

  private SingleArchitecture() {}

  /** The platform that all images of an account have; empty for any other account. */
  public static Optional<String> platform(ImageRef image) {
    String repository = image.repository();
    int slash = repository.indexOf('/');
    return image.domain().equals(ImageRef.DOCKER_HUB) && slash > 0
        ? Optional.ofNullable(PLATFORMS.get(repository.substring(0, slash)))
        : Optional.empty();
  }
}
