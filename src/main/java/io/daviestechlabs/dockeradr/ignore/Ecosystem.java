package io.daviestechlabs.dockeradr.ignore;

import java.util.List;

/** What a context is made with, told by the names of its files. */
public enum Ecosystem {
  /** Java and others, built by Maven. */
  MAVEN("Maven", "pom.xml"),
  /** Java, Kotlin and others, built by Gradle. */
  GRADLE(
      "Gradle",
      "build.gradle",
      "build.gradle.kts",
      "settings.gradle",
      "settings.gradle.kts",
      "gradlew"),
  /** JavaScript and TypeScript. */
  NODE("Node", "package.json"),
  /** Python. */
  PYTHON(
      "Python",
      "pyproject.toml",
      "requirements*.txt",
      "setup.py",
      "setup.cfg",
      "Pipfile",
      "uv.lock",
      "*.py"),
  /** Go. */
  GO("Go", "go.mod", "go.work"),
  /** Rust. */
  RUST("Rust", "Cargo.toml"),
  /** C# and its family. */
  DOTNET(".NET", "*.csproj", "*.fsproj", "*.vbproj", "*.sln", "*.slnx"),
  /** Terraform and OpenTofu. */
  TERRAFORM("Terraform", "*.tf", "*.tofu"),
  /** Jupyter. */
  NOTEBOOKS("notebooks", "*.ipynb"),
  /** Weights of machine-learning models. */
  MODELS("model weights", "*.safetensors", "*.gguf", "*.ggml", "*.ckpt", "*.pt", "*.pth", "*.onnx"),
  /** Settings of editors. */
  IDE("editors", ".idea/", ".vscode/", "*.iml", ".classpath", ".project"),
  /** Pipelines other than those in {@code .gitea}, which the baseline names. */
  CI("CI", ".github/", ".gitlab-ci.yml", "Jenkinsfile", ".circleci/", ".woodpecker/", ".drone.yml");

  private final String title;
  private final List<String> signs;

  Ecosystem(String title, String... signs) {
    this.title = title;
    this.signs = List.of(signs);
  }

  /** How people call it. */
  public String title() {
    return title;
  }

  /** Whether sources lie in a directory {@code src} beside the manifest, and no output does. */
  boolean hasSourceTree() {
    return this == MAVEN || this == GRADLE || this == RUST;
  }

  /** The names, with stars, of files and (with a slash at the end) directories that tell it. */
  public List<String> signs() {
    return signs;
  }
}
