package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownImagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # image                                          | distribution | user | lacks
          alpine:3.20                                      | ALPINE       | root | bash curl python3
          docker.io/library/alpine                         | ALPINE       | root | bash curl python3
          alpine@sha256:00                                 | ALPINE       | root | bash curl python3
          mirror.corp/hub/library/alpine:3                 | ALPINE       | root | bash curl python3
          debian:bookworm-slim                             | DEBIAN       | root | curl nc python3 wget
          ubuntu:24.04                                     | UBUNTU       | root | curl nc python3 wget
          public.ecr.aws/docker/library/python:3.12-slim   | DEBIAN       | root | curl nc wget
          python:3.12                                      | DEBIAN       | root | nc
          python:3.12-alpine3.20                           | ALPINE       | root | bash curl
          Python:3.12-Slim-Bookworm                        | DEBIAN       | root | curl nc wget
          node:20                                          | DEBIAN       | root | nc
          node:20-bookworm                                 | DEBIAN       | root | nc
          golang:1.24-alpine                               | ALPINE       | root | bash curl python3
          nginx:1.27-alpine-slim                           | ALPINE       | root | bash python3
          eclipse-temurin:21-jre                           | UBUNTU       | root | nc python3
          eclipse-temurin:21-jre-alpine                    | ALPINE       | root | bash python3
          eclipse-temurin:21-jre-ubi9-minimal              | RHEL         | root | nc
          amazoncorretto:21-al2023                         | RHEL         | root | nc
          registry.access.redhat.com/ubi9/ubi-minimal:9.4  | RHEL         | root | nc
          mcr.microsoft.com/dotnet/aspnet:8.0              | DEBIAN       | root | curl nc python3 wget
          mcr.microsoft.com/dotnet/aspnet:8.0-jammy        | UBUNTU       | root | curl nc python3 wget
          mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled | DISTROLESS | app  |
          gcr.io/distroless/static-debian12                | DISTROLESS   | root | bash curl nc sh wget
          gcr.io/distroless/static-debian12:nonroot        | DISTROLESS   | nonroot | bash curl nc sh wget
          gcr.io/distroless/base:debug                     | DISTROLESS   | root | bash curl
          scratch                                          | SCRATCH      | root | bash curl nc python3 sh wget
          busybox                                          | BUSYBOX      | root | bash curl python3
          rayproject/ray:2.40.0                            | UBUNTU       | ray  |
          quay.io/jupyter/scipy-notebook                   | UBUNTU       | jovyan |
          memcached:1.6                                    | UNKNOWN      | ''   |
          nanoserver                                       | WINDOWS      | ContainerUser |
          node:12-windowsservercore                        | WINDOWS      | ContainerUser |
          cgr.dev/chainguard/wolfi-base                    | WOLFI        | root |
          chainguard/static                                | WOLFI        | nonroot |
          example.com/alpine:3                             | UNKNOWN      |      |
          example.com/service:1-alpine                     | ALPINE       |      |
          example.com:5000/service                         | UNKNOWN      |      |
          somebody/python:3-slim                           | UNKNOWN      |      |
          ghost:5                                          | UNKNOWN      | root |
          ''                                               | UNKNOWN      |      |
          """)
  void sayWhatAnImageIsMadeOf(String image, Distribution distribution, String user, String lacks) {
    KnownImage base = KnownImages.of(image);
    assertThat(base.distribution()).isEqualTo(distribution);
    assertThat(base.user().orElse(null)).isEqualTo(user);
    String lacking =
        Stream.of("bash", "curl", "nc", "python3", "sh", "wget")
            .filter(base::lacks)
            .collect(Collectors.joining(" "));
    assertThat(lacking).isEqualTo(lacks == null ? "" : lacks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # image            | lacks
          debian:12          | app node nonroot nginx ubuntu
          ubuntu:22.04       | app node nonroot nginx
          alpine             | app node nonroot nginx ubuntu www-data
          node:20-alpine     | app nonroot nginx ubuntu www-data
          nginx:alpine       | app node nonroot ubuntu www-data
          php:8-fpm-alpine   | app node nonroot nginx ubuntu
          gcr.io/distroless/static | app node nginx ubuntu www-data
          scratch            | app node nonroot nginx nobody ubuntu www-data
          postgres:16        |
          example.com/x      |
          """)
  void sayWhichUsersAnImageHas(String image, String lacks) {
    KnownImage base = KnownImages.of(image);
    String lacking =
        Stream.of("app", "node", "nonroot", "nginx", "nobody", "root", "ubuntu", "www-data")
            .filter(base::lacksUser)
            .collect(Collectors.joining(" "));
    assertThat(lacking).isEqualTo(lacks == null ? "" : lacks);
  }

  @ParameterizedTest
  @CsvSource({
    "node:20, node, 1000, /home/node",
    "node:20, 1000, 1000, /home/node",
    "rayproject/ray:2, ray, 1000, /home/ray",
    "debian, root, 0, /root",
    "gcr.io/distroless/static, 65532, 65532, /home/nonroot",
    "debian, node, ,",
  })
  void knowTheAccountsOfAnImage(String image, String name, Integer uid, String home) {
    Account account = KnownImages.of(image).account(name).orElse(Account.UNKNOWN);
    assertThat(account.uid().orElse(null)).isEqualTo(uid);
    assertThat(account.home().orElse(null)).isEqualTo(home);
  }
}
