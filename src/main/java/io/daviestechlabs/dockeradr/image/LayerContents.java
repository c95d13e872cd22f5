package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.tools.PackageTool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is in one layer.
 *
 * @param compression as found; empty where the layer was not read since it is kept elsewhere
 * @param stored bytes as stored
 * @param unpacked bytes of all files in it
 * @param files how many files it has
 * @param waste what it hides of the layers below
 * @param groups of files that a container sees, by what is the matter with them
 * @param caches of package managers that a container sees
 * @param secrets the files that hold some, those that later layers hide too; cut where there are
 *     very many
 * @param heaviest what weighs most in it, the heaviest first
 */
public record LayerContents(
    Optional<Compression> compression,
    long stored,
    long unpacked,
    long files,
    Waste waste,
    Map<Trait, FileGroup> groups,
    Map<PackageTool, FileGroup> caches,
    List<SecretFile> secrets,
    List<Weight> heaviest) {
  private static final int SHOWN = 3;

  public LayerContents {
    groups = Map.copyOf(groups);
    caches = Map.copyOf(caches);
    secrets = List.copyOf(secrets);
    heaviest = List.copyOf(heaviest);
  }

  /**
   * A directory, which ends with a slash, or a file.
   *
   * @param path as people write it, with control characters replaced
   * @param bytes of all files in it
   */
  public record Weight(String path, long bytes) {}

  /** What may be the matter with a file. */
  public enum Trait {
    /** Runs with the rights of its owner or group, and is none that distributions ship so. */
    SET_ID,
    /** Everybody may write to it. */
    WORLD_WRITABLE
  }

  /**
   * What a layer makes useless in the layers below, which is shipped all the same.
   *
   * @param bytes of files in the layers below
   * @param files how many they are
   * @param largest of them, the largest first; a directory that is deleted whole counts as one
   */
  public record Waste(long bytes, long files, List<LostFile> largest) {
    public Waste {
      largest = List.copyOf(largest);
    }
  }

  /**
   * A file, or whole directory, that is there in vain.
   *
   * @param path as people write it, with control characters replaced
   * @param bytes in the layers below
   * @param deleted whether it is deleted, rather than written again
   */
  public record LostFile(String path, long bytes, boolean deleted) {}

  /**
   * Files of one sort.
   *
   * @param count how many
   * @param bytes of all
   * @param examples paths of some, as people write them
   */
  public record FileGroup(long count, long bytes, List<String> examples) {
    public FileGroup {
      examples = List.copyOf(examples);
    }

    /** Some by name, and how many there are beside them. */
    public String listed() {
      List<String> some = examples.subList(0, Math.min(SHOWN, examples.size()));
      String names = some.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", "));
      return count > some.size() ? names + " and %d more".formatted(count - some.size()) : names;
    }
  }

  /**
   * A file with a secret.
   *
   * @param path as people write it, with control characters replaced
   * @param what kind of secret; never the secret
   */
  public record SecretFile(String path, String what) {}
}
