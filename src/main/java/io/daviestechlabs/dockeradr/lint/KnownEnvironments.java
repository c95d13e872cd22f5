package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that official images set; those of all releases together, so that a name that is
 * not among them is set by none.
 *
 * <p>From the ENV lines of their Dockerfiles in the repositories of {@code docker-library}, {@code
 * nodejs/docker-node}, {@code rust-lang/docker-rust}, {@code adoptium/containers}, {@code
 * corretto/corretto-docker}, {@code carlossg/docker-maven}, {@code gradle/docker-gradle} and {@code
 * nginx/docker-nginx}, and of older releases from the histories in {@code
 * docker-library/repo-info}.
 */
final class KnownEnvironments {
  private static final String JAVA =
      "JAVA_HOME JAVA_VERSION JDK_JAVA_OPTIONS LANG LANGUAGE LC_ALL"
          + " JAVA_DEBIAN_VERSION JAVA_ALPINE_VERSION CA_CERTIFICATES_JAVA_VERSION JAVA_URL_VERSION"
          + " JAVA_BASE_URL JAVA_TOOL_OPTIONS JAVA_URL JAVA_SHA256";
  private static final String PYTHON =
      "GPG_KEY LANG PYTHON_VERSION PYTHON_SHA256 PYTHON_PIP_VERSION PYTHON_SETUPTOOLS_VERSION"
          + " PYTHON_GET_PIP_URL PYTHON_GET_PIP_SHA256 PYTHON_WHEEL_VERSION PYTHONIOENCODING";
  private static final String NGINX =
      "NGINX_VERSION NJS_VERSION NJS_RELEASE PKG_RELEASE DYNPKG_RELEASE ACME_VERSION OTEL_VERSION"
          + " GPG_KEYS";
  private static final String PHP =
      "PHPIZE_DEPS PHP_INI_DIR PHP_CFLAGS PHP_CPPFLAGS PHP_LDFLAGS GPG_KEYS PHP_VERSION PHP_URL"
          + " PHP_ASC_URL PHP_SHA256 PHP_MD5 PHP_FILENAME PHP_EXTRA_BUILD_DEPS"
          + " PHP_EXTRA_CONFIGURE_ARGS APACHE_CONFDIR APACHE_ENVVARS";
  private static final String RUBY =
      "LANG RUBY_VERSION RUBY_MAJOR RUBY_DOWNLOAD_URL RUBY_DOWNLOAD_SHA256 GEM_HOME BUNDLE_PATH"
          + " BUNDLE_BIN BUNDLE_SILENCE_ROOT_WARNING BUNDLE_APP_CONFIG RUBYGEMS_VERSION"
          + " BUNDLER_VERSION";

  private static final Map<String, Set<String>> ENVIRONMENTS = environments();

  private KnownEnvironments() {}

  static Optional<Set<String>> of(String image) {
    if (KnownImages.isWindows(image)) {
      return Optional.empty();
    }
    return ImageRef.parse(image).image().map(ImageRef::familiarName).map(ENVIRONMENTS::get);
  }

  private static Map<String, Set<String>> environments() {
    Map<String, Set<String>> all = new HashMap<>();
    for (String plain :
        List.of("alpine", "amazonlinux", "buildpack-deps", "busybox", "debian", "ubuntu")) {
      all.put(plain, Set.of());
    }
    all.put("fedora", names("DISTTAG FGC FBR"));
    for (String java : List.of("amazoncorretto", "eclipse-temurin", "openjdk", "sapmachine")) {
      all.put(java, names(JAVA));
    }
    all.put("maven", names(JAVA + " MAVEN_HOME MAVEN_CONFIG MAVEN_VERSION"));
    all.put(
        "gradle",
        names(
            JAVA
                + " GRADLE_HOME GRADLE_VERSION GRADLE_USER_HOME GRADLE_OPTS JAVA_LTS_HOME JAVA_CURRENT_HOME"));
    all.put("golang", names("GOLANG_VERSION GOLANG_COMMIT GOTOOLCHAIN GOPATH"));
    all.put("node", names("NODE_VERSION YARN_VERSION NPM_VERSION NPM_CONFIG_LOGLEVEL"));
    all.put("nginx", names(NGINX));
    all.put("php", names(PHP));
    all.put("pypy", names(PYTHON + " PYPY_VERSION PYPY_SHA256"));
    all.put("python", names(PYTHON));
    all.put("ruby", names(RUBY));
    all.put("rust", names("RUSTUP_HOME CARGO_HOME RUST_VERSION"));
    return Map.copyOf(all);
  }

  private static Set<String> names(String variables) {
    return Set.of(variables.split(" "));
  }
}
