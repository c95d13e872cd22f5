package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Branches;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.CacheStore;
import io.daviestechlabs.dockeradr.buildx.CiFacts;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** {@code <cache>}: where layers are kept between builds. */
public final class CacheParameter {
  /**
   * {@code auto} reads and writes where the image's name has a registry, and only reads in builds
   * of pull requests; {@code required} fails where the engine cannot; {@code write} writes for pull
   * requests too; {@code read} never writes; {@code off} does neither.
   */
  @Parameter private String mode;

  /**
   * {@code registry}, where not given; {@code local}, {@code inline}, {@code s3}, {@code azblob},
   * or on GitHub {@code gha}.
   */
  @Parameter private String type;

  /**
   * A reference that is written and read as it is; without a tag, the repository for all of them.
   * The image's own repository if not given.
   */
  @Parameter private String ref;

  /** Further references to read. */
  @Parameter private List<String> from;

  /** The branch that is built; if not given, what CI says, else the main one. */
  @Parameter private String branch;

  /**
   * The directory that remembers from build to build what images were made of, to say why a step
   * was not cached; below {@code target/} if not given, where {@code clean} removes it.
   */
  @Parameter private File record;

  /** Of the type local: the directory. */
  @Parameter private File directory;

  /** Of the type s3: the bucket. */
  @Parameter private String bucket;

  /** Of the type s3: where the bucket is. */
  @Parameter private String region;

  /** Of the type s3: what comes before all names. */
  @Parameter private String prefix;

  /** Of the type s3: the address of another service than Amazon's. */
  @Parameter private String endpoint;

  /** Of the type s3: whether addresses have the bucket in their path, as MinIO wants it. */
  @Parameter private boolean pathStyle;

  /** Of the type azblob: the address of the storage account. */
  @Parameter private String account;

  /**
   * The cache with what the command line says instead of the POM, where it says something.
   *
   * @param environment whose variables tell what CI builds
   */
  Cache toCache(String modeOfUser, String refOfUser, Map<String, String> environment) {
    String chosen = modeOfUser != null ? modeOfUser : mode;
    return new Cache(
        chosen == null ? Cache.Mode.AUTO : Cache.Mode.of(chosen),
        store(Optional.ofNullable(refOfUser != null ? refOfUser : ref)),
        from == null ? List.of() : from,
        Branches.of(Optional.ofNullable(branch), CiFacts.of(environment)),
        record == null ? Optional.empty() : Optional.of(record.toPath()));
  }

  private CacheStore store(Optional<String> reference) {
    String kind = type == null ? "registry" : type.strip();
    CacheStore store =
        switch (kind) {
          case "registry" -> new CacheStore.Registry(reference);
          case "local" -> new CacheStore.Local(needed("directory", directory).toPath());
          case "inline" -> new CacheStore.Inline();
          case "s3" ->
              new CacheStore.S3(
                  needed("bucket", bucket),
                  needed("region", region),
                  Optional.ofNullable(prefix),
                  Optional.ofNullable(endpoint),
                  pathStyle);
          case "azblob" -> new CacheStore.AzBlob(needed("account", account));
          case "gha" -> new CacheStore.GitHub();
          default ->
              throw new UserError(
                  "<cache><type> is '" + type + "'",
                  "Write registry, local, inline, s3, azblob or gha.");
        };
    refuse("registry", "ref", kind, reference.orElse(null));
    refuse("local", "directory", kind, directory);
    refuse("s3", "bucket", kind, bucket);
    refuse("s3", "region", kind, region);
    refuse("s3", "prefix", kind, prefix);
    refuse("s3", "endpoint", kind, endpoint);
    refuse("s3", "pathStyle", kind, pathStyle ? true : null);
    refuse("azblob", "account", kind, account);
    return store;
  }

  private <T> T needed(String element, T value) {
    if (value == null) {
      throw new UserError(
          "<cache><type> is '" + type.strip() + "', which needs a <" + element + ">",
          "Write <cache><" + element + ">.");
    }
    return value;
  }

  /** What belongs to another type would be passed by without a word. */
  private static void refuse(String owner, String element, String kind, Object value) {
    if (value != null && !owner.equals(kind)) {
      throw new UserError(
          "<cache> has a <" + element + ">, but its type is '" + kind + "'",
          "Leave one of them out: <" + element + "> belongs to <type>" + owner + "</type>.");
    }
  }
}
