package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemPythonTest {
  @Test
  void aPythonSuitsThatUvCanInstallFor() {
    for (String image :
        List.of(
            "python",
            "python:3",
            "python:3.8-slim-buster",
            "python:3.12.1",
            "docker.io/library/python:3.14-rc",
            "python:slim",
            "python:alpine3.20",
            "debian:12-slim",
            "debian:trixie",
            "debian",
            "alpine:3.20",
            "ubuntu:22.04",
            "ubuntu:noble-20240801",
            "nvidia/cuda:12.4.1-devel-ubuntu22.04",
            "ghcr.io/astral-sh/uv:python3.12-bookworm")) {
      assertThat(suits(image)).as(image).isTrue();
    }
    for (String image :
        List.of(
            "python:2.7",
            "python:2",
            "python:3.7-slim",
            "debian:11",
            "debian:bullseye-slim",
            "alpine:3.9",
            "ubuntu:20.04",
            "ubuntu:focal",
            "ubuntu:14.04.5",
            "nvidia/cuda:11.8.0-devel-ubuntu20.04",
            "nvidia/cuda:12.4.1-devel-rockylinux8",
            "node:22",
            "openeuler/python:3.11",
            "registry.corp/python:3.12",
            "python@sha256:ce40764625a4ff50df3548277632e7f96c4e77fe75fa848aae9885476e7df5a4",
            "continuumio/miniconda3")) {
      assertThat(suits(image)).as(image).isFalse();
    }
    assertThat(SystemPython.suits(Optional.empty())).isFalse();
  }

  private static boolean suits(String image) {
    return SystemPython.suits(ImageRef.parse(image).image());
  }
}
