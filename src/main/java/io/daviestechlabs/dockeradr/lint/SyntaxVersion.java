package io.daviestechlabs.dockeradr.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Version of a {@code docker/dockerfile} frontend, as its tag says it.
 *
 * @param numbers one to three; those that are left out float, so {@code 1.7} is the last 1.7.x
 * @param suffix what follows a hyphen: {@code labs}, {@code rc1}; empty without one
 */
public record SyntaxVersion(List<Integer> numbers, String suffix) {
  private static final Pattern TAG =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,2})(?:-([a-z0-9.-]{1,50}))?");
  private static final Pattern REPOSITORY =
      Pattern.compile("(?:.*/)?docker/dockerfile(-upstream)?");

  /** Where the channel of that name ended; {@code labs} took its place. */
  private static final SyntaxVersion LAST_EXPERIMENTAL =
      new SyntaxVersion(List.of(1, 1, 7), "experimental");

  /** Keeps a copy. */
  public SyntaxVersion {
    numbers = List.copyOf(numbers);
  }

  /**
   * The version of a frontend image, from whatever registry.
   *
   * @return empty where the image does not tell: another image, no tag, {@code latest}, a digest
   */
  public static Optional<SyntaxVersion> ofImage(String image) {
    Reference reference = Reference.of(image);
    return REPOSITORY.matcher(reference.repository).matches()
        ? of(reference.tag)
        : Optional.empty();
  }

  /** Reads a tag, or a version that a policy asks for. */
  public static Optional<SyntaxVersion> of(String tag) {
    if (tag.equals("experimental") || tag.equals("1-experimental")) {
      return Optional.of(LAST_EXPERIMENTAL);
    }
    Matcher matcher = TAG.matcher(tag);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Integer> numbers =
        Arrays.stream(matcher.group(1).split("\\.")).map(Integer::valueOf).toList();
    String suffix = matcher.group(2);
    return Optional.of(new SyntaxVersion(numbers, suffix == null ? "" : suffix));
  }

  /** Whether this is another version or newer, if all that floats is as new as can be. */
  public boolean atLeast(SyntaxVersion other) {
    for (int i = 0; i < numbers.size(); i++) {
      int wanted = i < other.numbers.size() ? other.numbers.get(i) : 0;
      if (numbers.get(i) != wanted) {
        return numbers.get(i) > wanted;
      }
    }
    return !isCandidate() || other.isCandidate();
  }

  /** Whether it is newer than all that another one stands for. */
  boolean isAfter(SyntaxVersion other) {
    for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
      if (!numbers.get(i).equals(other.numbers.get(i))) {
        return numbers.get(i) > other.numbers.get(i);
      }
    }
    return false;
  }

  /** Its numbers with dots between, without a suffix. */
  public String number() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /** Whether it names a release line, not just the newest of a major version. */
  public boolean isPinned() {
    return numbers.size() > 1;
  }

  /** Whether it has what is not stable yet. */
  public boolean isLabs() {
    return suffix.contains("labs") || suffix.contains("experimental");
  }

  /**
   * The same image, from the same registry and channel, in another version.
   *
   * @param image with the tag that this is the version of
   * @param other version without a suffix
   */
  public String replacedIn(String image, String other) {
    return withTag(image, other + (isLabs() ? "-labs" : ""));
  }

  /** The same image, from the same registry, with another tag and without a digest. */
  public static String withTag(String image, String tag) {
    return Reference.of(image).repository + ":" + tag;
  }

  /**
   * Whether an image is of a repository.
   *
   * @param repository as the policy names it: with a registry, or for all registries without
   */
  public static boolean isOf(String image, String repository) {
    String own = Reference.of(image).repository;
    boolean named = own.endsWith("/" + repository) && repository.indexOf('/') > 0;
    return own.equals(repository) || named;
  }

  private boolean isCandidate() {
    return suffix.startsWith("rc") || suffix.startsWith("beta");
  }

  private record Reference(String repository, String tag) {
    static Reference of(String image) {
      int digest = image.indexOf('@');
      String named = digest < 0 ? image : image.substring(0, digest);
      int colon = named.lastIndexOf(':');
      return colon > named.lastIndexOf('/')
          ? new Reference(named.substring(0, colon), named.substring(colon + 1))
          : new Reference(named, "");
    }
  }
}
