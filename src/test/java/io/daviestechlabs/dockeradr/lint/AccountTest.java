package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who runs the last RUN of a file. */
class AccountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      nullValues = "?",
      textBlock =
          """
          FROM debian                                                           ⇒ 0     ⇒ /root
          FROM debian\\nUSER 1000                                               ⇒ 1000  ⇒ ?
          FROM debian\\nUSER 1000:2000                                          ⇒ 1000  ⇒ ?
          FROM debian\\nUSER app                                                ⇒ ?     ⇒ ?
          FROM debian\\nUSER $U                                                 ⇒ ?     ⇒ ?
          FROM debian\\nARG U=1000\\nUSER $U                                    ⇒ 1000  ⇒ ?
          FROM debian\\nRUN useradd -u 1000 app\\nUSER app                      ⇒ 1000  ⇒ /home/app
          FROM debian\\nRUN useradd --uid=1000 --home-dir /srv app\\nUSER app   ⇒ 1000  ⇒ /srv
          FROM debian\\nRUN useradd -m -u 1000 -s /bin/bash app\\nUSER app:app  ⇒ 1000  ⇒ /home/app
          FROM debian\\nRUN useradd -u 1000 app\\nUSER 1000                     ⇒ 1000  ⇒ /home/app
          FROM debian\\nRUN useradd app\\nUSER app                              ⇒ ?     ⇒ /home/app
          FROM debian\\nRUN useradd -u $ID app\\nUSER app                       ⇒ ?     ⇒ /home/app
          FROM debian\\nRUN adduser --uid 1000 --disabled-password app\\nUSER app ⇒ 1000 ⇒ /home/app
          FROM alpine\\nRUN adduser -D -u 1000 -h /srv -G users app\\nUSER app  ⇒ 1000  ⇒ /srv
          FROM alpine\\nRUN addgroup -S app && adduser -S -G app -u 1000 app\\nUSER app ⇒ 1000 ⇒ /home/app
          FROM debian AS b\\nRUN useradd -u 1000 app\\nFROM b\\nUSER app        ⇒ 1000  ⇒ /home/app
          FROM debian AS b\\nRUN useradd -u 1000 app\\nUSER app\\nFROM b        ⇒ 1000  ⇒ /home/app
          FROM debian AS b\\nRUN useradd -u 1000 app\\nFROM debian\\nUSER app   ⇒ ?     ⇒ ?
          FROM debian\\nUSER 1000\\nUSER root                                   ⇒ 0     ⇒ /root
          FROM node:20\\nUSER node                                              ⇒ 1000  ⇒ /home/node
          FROM node:20-alpine\\nUSER node                                       ⇒ 1000  ⇒ /home/node
          FROM rayproject/ray:2                                                 ⇒ 1000  ⇒ /home/ray
          FROM rayproject/ray:2\\nUSER root                                     ⇒ 0     ⇒ /root
          FROM oven/bun\\nUSER bun                                              ⇒ 1000  ⇒ /home/bun
          FROM mambaorg/micromamba                                              ⇒ 57439 ⇒ /home/mambauser
          FROM gcr.io/distroless/base:nonroot                                   ⇒ 65532 ⇒ /home/nonroot
          FROM memcached                                                        ⇒ ?     ⇒ ?
          FROM example.com/base                                                 ⇒ ?     ⇒ ?
          FROM example.com/base\\nRUN apt-get update                            ⇒ 0     ⇒ /root
          """)
  void isThatOfUserOrOfTheImage(String text, Integer uid, String home) {
    String file = text.replace("\\n", "\n") + "\nRUN last\n";
    Facts facts =
        new Facts(Dockerfile.parse(Source.of("Dockerfile", file)), Surroundings.unknown());
    Account account = facts.runs().get(facts.runs().size() - 1).account();

    assertThat(account.uid().orElse(null)).isEqualTo(uid);
    assertThat(account.home().orElse(null)).isEqualTo(home);
  }
}
