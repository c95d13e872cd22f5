package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import io.daviestechlabs.dockeradr.dockerfile.Names;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A base image that is made to build software, under an image that runs it.
 *
 * @param word where it is named
 * @param what it brings, in words
 * @param instead what to do, in words
 */
public record BuildImage(Word word, String what, String instead) {
  private static final String COPY = "build in a stage of its own, and copy the result";

  /** Images whose only use is to build, from their pages on Docker Hub. */
  private static final Map<String, String> TOOLS =
      Map.of(
          "library/maven", "Maven and a JDK",
          "library/gradle", "Gradle and a JDK",
          "library/golang", "the Go toolchain",
          "library/rust", "the Rust toolchain",
          "library/gcc", "compilers");

  /** Images that are JDKs unless their tag says otherwise. */
  private static final Set<String> JDKS =
      Set.of(
          "library/amazoncorretto",
          "library/eclipse-temurin",
          "library/ibmjava",
          "library/openjdk",
          "library/sapmachine",
          "azul/zulu-openjdk",
          "bellsoft/liberica-openjdk-alpine",
          "bellsoft/liberica-openjdk-debian");

  /** Programs that people, or CI systems, build and test with: such images want their tools. */
  private static final Set<String> BUILDERS =
      Set.of(
          "ant",
          "bazel",
          "cargo",
          "cmake",
          "code-server",
          "ctest",
          "dockerd-entrypoint.sh",
          "gcc",
          "go",
          "gradle",
          "gradlew",
          "jupyter",
          "jupyter-lab",
          "make",
          "mvn",
          "mvnw",
          "ninja",
          "pytest",
          "run-tests.sh",
          "sbt",
          "sshd",
          "start-notebook.sh",
          "test.sh",
          "tox");

  /** Software that compiles kernels when it runs, and wants a compiler for that. */
  private static final List<String> COMPILING =
      List.of(
          "torch",
          "triton",
          "vllm",
          "sglang",
          "tensorflow",
          "cuda",
          "nvidia",
          "rocm",
          "habana",
          "gaudi",
          "neuron",
          "/ray",
          "xpu",
          "oneapi",
          "jax",
          "deepspeed",
          "numba",
          "jupyter",
          "jenkins",
          "devcontainer",
          "rstudio",
          "rocker");

  private static final int MOST_TEXT = 100_000;

  /** Whether containers run an application, and not a shell or a build. */
  public static boolean startsApplication(Facts facts) {
    StartCommand start = StartCommand.of(facts);
    return start.isApplication() && !start.builds() && !start.starts(BUILDERS);
  }

  /** The base of the image that is built, if it is one. */
  public static Optional<BuildImage> of(Facts facts) {
    Stage root = facts.shipped().stream().reduce((first, second) -> second).orElse(null);
    if (root == null) {
      return Optional.empty();
    }
    boolean java = StartCommand.of(facts).starts(Set.of("java"));
    return facts
        .stages()
        .reference(root)
        .filter(image -> image.domain().equals(ImageRef.DOCKER_HUB))
        .flatMap(image -> of(root.from().image(), image, java));
  }

  private static Optional<BuildImage> of(Word word, ImageRef image, boolean java) {
    String tool = TOOLS.get(image.repository());
    if (tool != null) {
      return Optional.of(new BuildImage(word, tool, COPY));
    }
    String tag = image.tag().map(Text::toString).orElse("");
    boolean runtime = tag.contains("jre") || tag.contains("headless");
    return java && JDKS.contains(image.repository()) && !runtime
        ? Optional.of(new BuildImage(word, "a JDK", "a JRE runs the application"))
        : Optional.empty();
  }

  /** Whether something in the image that is built may want a compiler when it runs. */
  public static boolean mayCompileLater(Facts facts) {
    int budget = MOST_TEXT;
    for (Stage stage : facts.shipped()) {
      String image = facts.stages().image(stage).orElse(stage.from().image().toString());
      if (compiles(image)) {
        return true;
      }
      for (Run run : stage.all(Run.class).toList()) {
        String text = run.raw().line().toString();
        budget -= text.length();
        if (budget < 0 || compiles(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean compiles(String text) {
    String lower = Names.lower(text);
    return COMPILING.stream().anyMatch(lower::contains);
  }
}
