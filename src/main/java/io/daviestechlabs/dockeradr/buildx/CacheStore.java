package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps the layers between builds.
 *
 * @see <a href="https://docs.docker.com/build/cache/backends/">Docker's page about them</a>
 */
public sealed interface CacheStore {
  /** Its name in the configuration. */
  String type();

  /**
   * The place of one cache, empty where this store cannot have one for the image.
   *
   * @param image whose layers they are
   * @param tag says branch, stage and platforms
   */
  Optional<CachePlace> place(ImageName image, String tag);

  /** What is said of a place that is written, and only then. */
  default Map<String, String> writing() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("mode", "max");
    fields.put("ignore-error", "true");
    return fields;
  }

  /** Whether only builders beside the engine's own know it. */
  default boolean needsOtherDriver() {
    return false;
  }

  /**
   * Refuses what cannot work outside.
   *
   * @param environment the variables that buildx sees
   */
  default void check(Map<String, String> environment) {}

  /** Layers that exist as gzip stay gzip unless force-compression is said. */
  private static Map<String, String> zstd() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("mode", "max");
    fields.put("image-manifest", "true");
    fields.put("oci-mediatypes", "true");
    fields.put("compression", "zstd");
    fields.put("force-compression", "true");
    fields.put("ignore-error", "true");
    return fields;
  }

  /**
   * A registry, the image's own unless another is named.
   *
   * @param ref exactly that reference; or without a tag, the repository that has all of them
   */
  record Registry(Optional<String> ref) implements CacheStore {
    /** The image's own repository. */
    public static final Registry OWN = new Registry(Optional.empty());

    public Registry {
      if (ref.isPresent()) {
        ImageName.of("<cache><ref>", ref.get());
      }
    }

    @Override
    public String type() {
      return "registry";
    }

    @Override
    public Optional<CachePlace> place(ImageName image, String tag) {
      ImageName named = ref.isPresent() ? ImageName.parse(ref.get()) : image;
      if (named.registry().isEmpty() && ref.isEmpty()) {
        return Optional.empty();
      }
      boolean exact = ref.isPresent() && named.tag().isPresent();
      return Optional.of(of(exact ? named : named.withTag(tag)));
    }

    /** A place that is named in full. */
    static CachePlace of(ImageName name) {
      return CachePlace.of(name.toString(), "registry", Map.of("ref", name.toString()));
    }

    @Override
    public Map<String, String> writing() {
      return zstd();
    }
  }

  /**
   * A directory on the machine that runs Maven; each cache has its own below it.
   *
   * @param directory that all modules may share
   */
  record Local(Path directory) implements CacheStore {
    @Override
    public String type() {
      return "local";
    }

    @Override
    public Optional<CachePlace> place(ImageName image, String tag) {
      String directory = directory(image, tag).toString();
      return Optional.of(CachePlace.of(directory, type(), Map.of("src", directory)));
    }

    private Path directory(ImageName image, String tag) {
      return directory.resolve(Slug.of(image.repository())).resolve(tag);
    }

    @Override
    public Map<String, String> writing() {
      return zstd();
    }
  }

  /** The image itself, which then tells of its own layers; those of other stages are not kept. */
  record Inline() implements CacheStore {
    @Override
    public String type() {
      return "inline";
    }

    @Override
    public Optional<CachePlace> place(ImageName image, String tag) {
      return image.registry().map(host -> Registry.of(image));
    }
  }

  /**
   * A bucket of Amazon S3 or of what speaks like it; buildx takes keys from the environment.
   *
   * @param bucket its name
   * @param region where it is
   * @param prefix before all names in it
   * @param endpoint address of another service than Amazon's
   * @param pathStyle whether the bucket stands in the path of addresses and not in the host
   */
  record S3(
      String bucket,
      String region,
      Optional<String> prefix,
      Optional<String> endpoint,
      boolean pathStyle)
      implements CacheStore {
    public S3 {
      checkName("bucket", bucket, "[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]", "my-cache");
      checkName("region", region, "[A-Za-z0-9][A-Za-z0-9-]{0,62}", "eu-central-1");
      prefix.ifPresent(it -> checkName("prefix", it, "[A-Za-z0-9!_.*'()/-]{1,512}", "team/"));
      endpoint.ifPresent(it -> checkAddress("endpoint", it));
    }

    @Override
    public String type() {
      return "s3";
    }

    @Override
    public Optional<CachePlace> place(ImageName image, String tag) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("region", region);
      fields.put("bucket", bucket);
      fields.put("name", entry(image, tag));
      prefix.ifPresent(it -> fields.put("prefix", it));
      endpoint.ifPresent(it -> fields.put("endpoint_url", it));
      if (pathStyle) {
        fields.put("use_path_style", "true");
      }
      return Optional.of(CachePlace.of("s3://" + bucket + "/" + entry(image, tag), type(), fields));
    }

    @Override
    public boolean needsOtherDriver() {
      return true;
    }
  }

  /**
   * Azure's blob storage; the builder itself, not buildx, has the key in its environment.
   *
   * @param account address of the storage account
   */
  record AzBlob(String account) implements CacheStore {
    public AzBlob {
      checkAddress("account", account);
    }

    @Override
    public String type() {
      return "azblob";
    }

    @Override
    public Optional<CachePlace> place(ImageName image, String tag) {
      String name = entry(image, tag);
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("account_url", account);
      fields.put("name", name);
      return Optional.of(CachePlace.of(account + " " + name, type(), fields));
    }

    @Override
    public boolean needsOtherDriver() {
      return true;
    }
  }

  /** The cache service of GitHub Actions. */
  record GitHub() implements CacheStore {
    private static final List<String> NEEDED =
        List.of("ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL");

    @Override
    public String type() {
      return "gha";
    }

    @Override
    public Optional<CachePlace> place(ImageName image, String tag) {
      String name = entry(image, tag);
      return Optional.of(CachePlace.of("GitHub's " + name, type(), Map.of("scope", name)));
    }

    @Override
    public void check(Map<String, String> environment) {
      boolean gitea = "true".equals(environment.get("GITEA_ACTIONS"));
      if (gitea || !"true".equals(environment.get("GITHUB_ACTIONS"))) {
        throw new UserError(
            "<cache><type> is 'gha', which is GitHub's own service and keeps nothing elsewhere,"
                + " without a word (ADR-0014 §9)",
            "Leave the type out: the registry that has the image keeps its cache too.");
      }
      for (String name : NEEDED) {
        if (environment.getOrDefault(name, "").isBlank()) {
          throw new UserError(
              "<cache><type> is 'gha', but " + name + " is not set: a run step does not have it",
              "Hand it on with a step before (crazy-max/ghaction-github-runtime), or leave the"
                  + " type out: the registry that has the image keeps its cache too.");
        }
      }
    }
  }

  /** A name where there are no repositories. */
  private static String entry(ImageName image, String tag) {
    return Slug.of(image.path()) + "-" + tag;
  }

  private static void checkName(String element, String value, String pattern, String example) {
    if (!value.matches(pattern)) {
      throw new UserError(
          "<cache><" + element + "> is '" + value + "'", "Write a name like " + example + ".");
    }
  }

  private static void checkAddress(String element, String value) {
    try {
      URI address = new URI(value);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null) {
        if (address.getUserInfo() == null && address.getQuery() == null) {
          return;
        }
        throw new UserError(
            "<cache><" + element + "> has more than an address in it",
            "Keys belong into the environment, where no list of processes shows them.");
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new UserError(
        "<cache><" + element + "> is '" + value + "'",
        "Write an address like https://storage.example.com.");
  }
}
