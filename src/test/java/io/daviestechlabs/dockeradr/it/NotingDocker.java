package io.daviestechlabs.dockeradr.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A docker command of an invoker project, which notes what it is asked for and passes it on. */
public final class NotingDocker {
  private NotingDocker() {}

  /**
   * Writes {@code bin/docker}, which appends its arguments to the file {@code calls}, a line for
   * each call.
   *
   * @param project directory of both
   * @param path on which the true command is
   */
  public static void put(File project, String path) throws IOException {
    Path docker =
        Stream.of(path.split(File.pathSeparator))
            .map(directory -> Path.of(directory, "docker"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow();
    Path noting = project.toPath().resolve("bin/docker");
    Files.createDirectories(noting.getParent());
    Files.writeString(
        noting,
        """
        #!/bin/sh
        echo "$@" >>'%s'
        exec '%s' "$@"
        """
            .formatted(project.toPath().resolve("calls"), docker));
    if (!noting.toFile().setExecutable(true)) {
      throw new IOException(noting + " cannot be made executable");
    }
  }
}
