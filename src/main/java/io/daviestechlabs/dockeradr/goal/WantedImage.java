package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import java.nio.file.Path;

/**
 * One image of a build.
 *
 * @param id what the build calls it; empty for one that is alone
 * @param request what is to be built; labels in it win over those of the project
 * @param output the directory that gets {@code image.digest}, {@code image.id}, {@code image.json}
 *     and {@code metadata.json}
 */
public record WantedImage(String id, BuildRequest request, Path output) {}
