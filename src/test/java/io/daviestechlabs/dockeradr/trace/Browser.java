package io.daviestechlabs.dockeradr.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a window, where there is one; {@code -Dbrowser=required} makes a missing
 * one a failure.
 *
 * @param program that is run
 * @param profile a directory of its own
 */
record Browser(Path program, Path profile) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final String DARK = "--blink-settings=preferredColorScheme=0";
  private static final String LIGHT = "--blink-settings=preferredColorScheme=1";

  /** One that can be run; without one the test is skipped. */
  static Browser find(Path profile) {
    Optional<Path> program =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        program.isPresent() || "required".equals(System.getProperty("browser")),
        "there is no Chromium here");
    assertThat(program).as("Chromium on the path").isPresent();
    return new Browser(program.get(), profile);
  }

  /** The page after its scripts have run. */
  String dom(Path page, boolean dark) throws IOException, InterruptedException {
    return run(dark, "--dump-dom", page.toUri().toString());
  }

  /** A picture of the page. */
  void picture(Path page, boolean dark, Path png) throws IOException, InterruptedException {
    run(dark, "--screenshot=" + png.toAbsolutePath(), page.toUri().toString());
    assertThat(png).isNotEmptyFile();
  }

  private String run(boolean dark, String... what) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + profile,
                "--window-size=1690,2300",
                dark ? DARK : LIGHT));
    command.addAll(List.of(what));
    Path out = Files.createTempFile(profile.getParent(), "dom", ".html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("Chromium ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
