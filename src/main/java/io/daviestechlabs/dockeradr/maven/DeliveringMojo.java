package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageNames;
import io.daviestechlabs.dockeradr.buildx.TagFacts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What images are called, and where they go. */
abstract class DeliveringMojo extends AdrMojo {
  /** Registry to put before a name that has none, as {@code registry.example.com:5000/team}. */
  @Parameter(property = "docker-adr.registry", defaultValue = "${docker.push.registry}")
  private String registry;

  /**
   * Further tags of the same repository, or whole names of other ones. Versions, branch, commit and
   * time are filled in as {@code docker/metadata-action} does it: <code>{{version}}</code>, <code>
   * {{major}}</code>, <code>{{minor}}</code>, <code>{{patch}}</code>, <code>{{branch}}</code>,
   * <code>{{sha}}</code>, <code>{{date 'yyyyMMdd'}}</code>; rules in its words are understood too:
   * {@code type=raw}, {@code semver}, {@code branch}, {@code sha} or {@code timestamp}, with {@code
   * value}, {@code pattern}, {@code format}, {@code prefix}, {@code suffix}, and {@code enable},
   * which is {@code true}, {@code false}, {@code release}, {@code snapshot} or {@code main}. The
   * date is the image's own, never the clock's. A tag of major and minor numbers alone is left out
   * for snapshots and release candidates, and one of which something is not known is left out with
   * a warning. What comes from a version or a branch is made fit for a tag; what is written here is
   * not.
   */
  @Parameter(property = "docker-adr.tags")
  List<String> tags;

  /**
   * Tags releases {@code latest} as well: not snapshots, not release candidates. Nothing else makes
   * that tag, unless tags or the image's name have it.
   */
  @Parameter(property = "docker-adr.latest", defaultValue = "false")
  private boolean latest;

  /**
   * Loads the image into the engine; done where it is not given, and the image is neither pushed
   * nor written to a file.
   */
  @Parameter(property = "docker-adr.load")
  private Boolean load;

  /** Pushes the image to the registry in its name. */
  @Parameter(property = "docker-adr.push", defaultValue = "false")
  boolean push;

  /**
   * Refuses to push a name that the registry has already for another image. As in a repository of
   * releases, that is for names that stand for one image: versions, commits, times, words;
   * snapshots, branches, {@code latest} and the first numbers of a version are made to move on, and
   * do.
   *
   * <p>Where a name is taken the image is built and held back until its digest is known: the same
   * one is what a build finds that is run again for one commit, and only the names that are left
   * are pushed. An image with attestations is never the same, and the engine's classic image store
   * tells no digest before a push, so that a name that is taken is refused at once there.
   *
   * <p>buildx builds and pushes free names in one run, so two builds that ask at the same moment
   * both push, and the registry keeps what came last. The names are asked for again afterwards, and
   * the build whose image was overwritten fails; only a registry that refuses by itself can rule it
   * out.
   */
  @Parameter(property = "docker-adr.immutableTags", defaultValue = "false")
  private boolean immutableTags;

  /** A tar file in OCI layout to write the image to, relative to the module's directory. */
  @Parameter(property = "docker-adr.ociArchive")
  private File ociArchive;

  /**
   * A directory in OCI layout to write the image to; images with other names that are there already
   * stay in it, and what nobody needs any more of the one that had the name is removed.
   */
  @Parameter(property = "docker-adr.ociLayout")
  private File ociLayout;

  /** A tar file for {@code docker load} to write the image to; for one platform. */
  @Parameter(property = "docker-adr.dockerArchive")
  private File dockerArchive;

  /**
   * How layers are compressed: {@code gzip} or {@code zstd}. The latter is smaller and faster to
   * unpack. All layers are compressed again for it, so those of the base image are stored and
   * pulled once more beside the gzip ones that other images share, and old engines cannot unpack
   * them. The cache is in zstd either way.
   */
  @Parameter(property = "docker-adr.compression", defaultValue = "gzip")
  private String compression;

  /**
   * Gives all files in layers the image's time ({@code rewrite-timestamp}), and says what stands in
   * the way of the same digest when the same sources are built again: no time but the clock's,
   * attestations, a driver that keeps the files' times. What a RUN writes or downloads is not
   * looked into.
   */
  @Parameter(property = "docker-adr.reproducible", defaultValue = "false")
  private boolean reproducible;

  /**
   * Attaches {@code image.json}, which has names and digest, to the module as an artifact of type
   * {@code json} and classifier {@code image} ({@code image-} and the id for one of several), so
   * that it is installed and deployed, and modules that depend on it can read it.
   */
  @Parameter(property = "docker-adr.attach", defaultValue = "false")
  boolean attach;

  /**
   * The names of an image.
   *
   * @param image as configured
   * @param own tags as configured, null for those of the goal
   */
  final ImageNames names(String image, List<String> own, TagFacts facts) {
    return ImageNames.of(
        image, Optional.ofNullable(registry), listOf(own == null ? tags : own), latest, facts);
  }

  /** Where an image goes. */
  final Delivery delivery(Module module, ImageParameter image) {
    List<ImageFile> files = new ArrayList<>();
    add(files, ImageFile.Form.OCI_ARCHIVE, module, image.ociArchive, ociArchive);
    add(files, ImageFile.Form.OCI_LAYOUT, module, image.ociLayout, ociLayout);
    add(files, ImageFile.Form.DOCKER_ARCHIVE, module, image.dockerArchive, dockerArchive);
    boolean loads = load == null ? !push && files.isEmpty() : load;
    return new Delivery(loads, push, files, isZstd(), reproducible);
  }

  /** Whether names that the registry has are refused. */
  final boolean refusesTaken() {
    return immutableTags && push;
  }

  private boolean isZstd() {
    if (!compression.equals("gzip") && !compression.equals("zstd")) {
      throw new UserError("<compression> is '" + compression + "'", "Write gzip or zstd.");
    }
    return compression.equals("zstd");
  }

  private static void add(
      List<ImageFile> files, ImageFile.Form form, Module module, File own, File shared) {
    Optional<Path> path = module.path(own == null ? shared : own);
    if (path.isPresent()) {
      files.add(new ImageFile(form, path.get()));
    }
  }
}
