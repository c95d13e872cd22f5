package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageContentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          FROM debian:12                                                            ⇒ curl nc wget
          FROM debian:12\\nRUN apt-get update && apt-get install -y git libcurl4    ⇒ curl nc wget
          FROM debian:12\\nRUN apt-get install -y curl                              ⇒ nc wget
          FROM debian:12\\nRUN apt-get install -y netcat-openbsd wget=1.21          ⇒ curl
          FROM debian:12\\nRUN apt-get install -y $PACKAGES                         ⇒
          FROM debian:12\\nRUN apt-get install -y ./x.deb                           ⇒
          FROM debian:12\\nRUN apt-get install -y $(cat packages.txt)               ⇒
          FROM debian:12\\nRUN xargs apt-get install -y < packages.txt              ⇒
          FROM debian:12\\nRUN apt-get upgrade -y                                   ⇒ curl nc wget
          FROM debian:12\\nRUN sh -c "apt-get install -y curl"                      ⇒ nc wget
          FROM debian:12\\nRUN ["apt-get", "install", "-y", "curl"]                 ⇒ nc wget
          FROM debian:12\\nRUN <<EOF\\napt-get install -y curl\\nEOF                ⇒ nc wget
          FROM debian:12 AS a\\nRUN apt-get install -y curl\\nFROM a                ⇒ nc wget
          FROM debian:12 AS a\\nRUN apt-get install -y curl\\nFROM debian:12        ⇒ curl nc wget
          FROM debian:12\\nRUN curl -fsS https://example.com                        ⇒ nc wget
          FROM debian:12\\nRUN ./setup.sh                                           ⇒
          FROM debian:12\\nRUN bash setup.sh                                        ⇒
          FROM debian:12\\nRUN wget -qO- https://example.com/setup | sh           ⇒
          FROM debian:12\\nRUN make install                                         ⇒
          FROM debian:12\\nRUN pip install flask && python3 -m compileall .         ⇒ curl nc wget
          FROM debian:12\\nRUN add-apt-repository ppa:a/b && apt-get install -y c ⇒
          FROM debian:12\\nRUN echo deb > /etc/apt/sources.list.d/x && apt-get install -y c ⇒
          FROM debian:12\\nRUN tar -xf x.tar -C /opt && cp -a /opt/x/bin/. /usr/bin/ ⇒
          FROM debian:12\\nRUN tar -xf x.tar -C / ⇒
          FROM debian:12\\nRUN tar -xf x.tar -C /usr/local && cp /opt/x/y /usr/bin/ ⇒ curl nc wget
          FROM debian:12\\nCOPY . /app                                              ⇒ curl nc wget
          FROM debian:12\\nCOPY . /                                                 ⇒
          FROM debian:12\\nCOPY rootfs /                                            ⇒
          FROM debian:12\\nCOPY overlay/ /                                          ⇒
          FROM debian:12\\nCOPY entrypoint.sh /                                     ⇒ curl nc wget
          FROM debian:12\\nCOPY . .                                                 ⇒
          FROM debian:12\\nWORKDIR /app\\nCOPY . .                                  ⇒ curl nc wget
          FROM debian:12\\nCOPY --from=x /usr/bin/curl /usr/local/bin/              ⇒ nc wget
          FROM debian:12\\nCOPY --from=x /curl-static /usr/local/bin/curl           ⇒ nc wget
          FROM debian:12\\nCOPY --from=x /usr/bin/ /usr/bin/                        ⇒
          FROM debian:12\\nCOPY --from=x /go/bin/app /usr/local/bin/                ⇒ curl nc wget
          FROM debian:12\\nCOPY --from=x / /                                        ⇒
          FROM debian:12\\nADD rootfs.tar.xz /                                      ⇒
          FROM debian:12\\nONBUILD RUN ./setup.sh                                   ⇒
          FROM alpine\\nRUN apk add --no-cache curl                                 ⇒
          FROM alpine\\nRUN apk add --no-cache -t .deps gcc                         ⇒ curl
          FROM scratch\\nCOPY --from=x /app /app                                    ⇒ curl nc sh wget
          FROM scratch\\nCOPY --from=x /bin/busybox /bin/sh                         ⇒ curl nc wget
          FROM $BASE                                                                ⇒
          FROM example.com/base                                                     ⇒
          """)
  void lacksProgramsForCertain(String text, String lacks) {
    StageContents contents = contents(text);
    String lacking =
        Stream.of("curl", "nc", "sh", "wget")
            .filter(contents::lacks)
            .collect(Collectors.joining(" "));
    assertThat(lacking).isEqualTo(lacks == null ? "" : lacks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          FROM debian:12                                                            ⇒ app node
          FROM debian:12\\nRUN useradd -m app                                       ⇒ node
          FROM debian:12\\nRUN groupadd -r web && useradd -r -g web app             ⇒ node
          FROM alpine\\nRUN addgroup -S node && adduser -S -G node app              ⇒
          FROM debian:12\\nRUN useradd "$NAME"                                      ⇒
          FROM debian:12\\nRUN usermod -l app www-data                              ⇒ node
          FROM debian:12\\nRUN echo 'app:x:1000:1000::/app:/bin/sh' >> /etc/passwd  ⇒ node
          FROM debian:12\\nRUN echo "app:x:1000:1000::/app:/bin/sh" | tee -a /etc/passwd ⇒
          FROM debian:12\\nRUN sed -i s/games/app/ /etc/passwd                      ⇒
          FROM debian:12\\nRUN ./setup.sh                                           ⇒
          FROM debian:12\\nCOPY passwd /etc/passwd                                  ⇒
          FROM debian:12\\nCOPY --from=x /etc/passwd /etc/                          ⇒
          FROM debian:12\\nRUN apt-get install -y nodejs                            ⇒ app node
          FROM debian:12\\nRUN apt-get install -y git                               ⇒ app node
          FROM debian:12 AS a\\nRUN useradd app\\nFROM a                            ⇒ node
          FROM node:20                                                              ⇒ app
          FROM scratch                                                              ⇒ app node
          FROM example.com/base                                                     ⇒
          """)
  void lacksUsersForCertain(String text, String lacks) {
    StageContents contents = contents(text);
    String lacking =
        Stream.of("app", "node", "root")
            .filter(contents::lacksUser)
            .collect(Collectors.joining(" "));
    assertThat(lacking).isEqualTo(lacks == null ? "" : lacks);
  }

  private static StageContents contents(String text) {
    Source source = Source.of("Dockerfile", text.replace("\\n", "\n") + "\n");
    Facts facts = new Facts(Dockerfile.parse(source), Surroundings.unknown());
    return facts.contents(facts.target().orElseThrow());
  }
}
