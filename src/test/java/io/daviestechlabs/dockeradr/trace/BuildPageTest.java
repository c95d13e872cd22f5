package io.daviestechlabs.dockeradr.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daviestechlabs.dockeradr.buildx.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildPageTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final String HOSTILE =
      "</title><script>document.title='hacked'</script>&\"'\u001b[31m";

  private static final String HEAVY = "sha256:" + "1".repeat(64);

  /** Says what the page looks like from inside. */
  private static final String PROBE =
      """
      <script>
      const seen = {
        title: document.title,
        width: window.innerWidth,
        overflow: [...document.querySelectorAll('body *')].filter(e => !e.closest('.lane')
            && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
            .map(e => e.tagName + '.' + e.className),
        scroll: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        paper: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        headings: [...document.querySelectorAll('h1,h2,h3')].map(h => h.tagName),
        parts: [...document.querySelectorAll('h2')].map(h => h.textContent),
        heads: [...document.querySelectorAll('table')].every(t => t.querySelector('th[scope=col]')),
        rows: document.querySelectorAll('tbody tr').length,
        bars: document.querySelectorAll('.lane i:not(.wait)').length,
        waits: document.querySelectorAll('.lane i.wait').length,
        lanes: document.querySelectorAll('.lane').length,
        loaded: performance.getEntriesByType('resource').length,
        language: document.documentElement.lang,
        named: [...document.querySelectorAll('[role=img]')].every(e => e.getAttribute('aria-label'))
      };
      const out = document.createElement('script');
      out.type = 'application/json';
      out.textContent = JSON.stringify(seen);
      parent.document.body.append(out);
      </script>
      """;

  private static final List<Integer> WIDTHS = List.of(390, 1280);
  private static final Pattern SEEN =
      Pattern.compile("<script type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBrowserShowsItOnPhonesAndScreensByDayAndByNight(boolean dark) throws Exception {
    for (JsonNode seen : look(account(HOSTILE), dark)) {
      int width = seen.path("width").asInt();
      assertThat(seen.path("scroll").asInt()).as("overflow at %d", width).isZero();
      assertThat(seen.path("overflow")).as("overflow at %d", width).isEmpty();
      assertThat(seen.path("title").asText()).startsWith("Build of").isNotEqualTo("hacked");
      assertThat(seen.path("loaded").asInt()).as("things fetched").isZero();
      assertThat(bright(seen.path("paper").asText())).isEqualTo(!dark);
      assertThat(bright(seen.path("ink").asText())).isEqualTo(dark);
      assertThat(seen.path("headings").path(0).asText()).isEqualTo("H1");
      assertThat(seen.path("parts").toString())
          .isEqualTo(
              "[\"Why the first steps were not cached\",\"Warnings\",\"Timeline\",\"Steps\","
                  + "\"Layers, from the base up\",\"Labels\",\"Command\"]");
      assertThat(seen.path("heads").asBoolean()).as("tables have heads").isTrue();
      assertThat(seen.path("named").asBoolean()).as("pictures have words").isTrue();
      assertThat(seen.path("language").asText()).isEqualTo("en");
      assertThat(seen.path("bars").asInt()).isEqualTo(10);
      assertThat(seen.path("waits").asInt()).isEqualTo(1);
      assertThat(seen.path("lanes").asInt()).isEqualTo(2);
    }
  }

  @Test
  void itsSizeDoesNotGrowWithTheNumberOfSteps() {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      steps.add(step(i, "[build " + i + "/10000] RUN " + "x".repeat(500), i, i + i % 7, false));
    }
    Account many = with(account("app"), steps);
    String page = BuildPage.of(many);
    assertThat(page.length()).isLessThan(300_000);
    assertThat(page).contains("and 9850 more that took less time");
  }

  @Test
  void layersAreFilledInWhenSomebodyHasReadThem() {
    String page = BuildPage.of(account("app"));
    assertThat(page).contains("The goal verify does, and fills it in here.");
    assertThat(BuildPage.filled(page, Map.of("sha256:" + "9".repeat(64), List.of("x"))))
        .isEqualTo(page);
    String once = BuildPage.filled(page, Map.of(HEAVY, List.of("/a/ 1 MB", "/b/ 1 kB")));
    assertThat(once).contains("/a/ 1 MB", "/b/ 1 kB").doesNotContain("fills it in here");
    String twice = BuildPage.filled(once, Map.of(HEAVY, List.of("/c/ 2 MB")));
    assertThat(twice).contains("/c/ 2 MB").doesNotContain("/a/ 1 MB");
  }

  @Test
  void whatIsHostileIsText() {
    String page = BuildPage.filled(BuildPage.of(account(HOSTILE)), Map.of(HEAVY, List.of(HOSTILE)));
    assertThat(page).doesNotContain("<script", "\u001b", "\"'");
  }

  private static boolean bright(String rgb) {
    String[] parts = rgb.replaceAll("[^0-9,]", "").split(",");
    return Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) + Integer.parseInt(parts[2])
        > 384;
  }

  private List<JsonNode> look(Account account, boolean dark)
      throws IOException, InterruptedException {
    Browser browser = Browser.find(directory.resolve("profile"));
    Path page = directory.resolve("build.html");
    List<String> heaviest =
        List.of(
            "/usr/local/lib/python3.12/site-packages/torch/lib/libtorch_cuda.so  640 MB",
            "/usr/local/lib/python3.12/site-packages/nvidia/cudnn/  210 MB");
    String html = BuildPage.filled(BuildPage.of(account), Map.of(HEAVY, heaviest));
    Files.writeString(page, framed(html));
    Path pictures = Files.createDirectories(Path.of("target/pictures"));
    browser.picture(page, dark, pictures.resolve(dark ? "build-dark.png" : "build.png"));
    Files.writeString(page, framed(html.replace("</body>", PROBE + "</body>")));
    Matcher found = SEEN.matcher(browser.dom(page, dark));
    List<JsonNode> seen = new ArrayList<>();
    while (found.find()) {
      seen.add(JsonMapper.builder().build().readTree(found.group(1)));
    }
    assertThat(seen)
        .extracting(each -> each.path("width").asInt())
        .containsExactlyInAnyOrderElementsOf(WIDTHS);
    return seen;
  }

  /** Browsers make no window that is as narrow as a phone, but frames. */
  private static String framed(String html) {
    StringBuilder page =
        new StringBuilder(
            "<!doctype html><html><head><meta name=\"color-scheme\" content=\"light dark\">"
                + "<style>body{margin:0;display:flex;gap:20px;background:#888}"
                + "iframe{border:0;height:2300px;flex:none}</style></head><body>");
    for (int width : WIDTHS) {
      page.append("<iframe style=\"width:" + width + "px\" srcdoc=\"")
          .append(html.replace("&", "&amp;").replace("\"", "&quot;"))
          .append("\"></iframe>");
    }
    return page + "</body></html>";
  }

  private static Account with(Account account, List<Step> steps) {
    return new Account(
        account.image(),
        account.dockerfile(),
        account.error(),
        account.time(),
        steps,
        account.misses(),
        account.facts(),
        account.labels(),
        account.layers(),
        account.warnings(),
        account.command());
  }

  private static Account account(String odd) {
    List<Step> steps =
        List.of(
            step(1, "[internal] load build definition from Dockerfile", 0, 100, false),
            step(2, "[internal] load metadata for docker.io/library/python:3", 100, 900, false),
            step(3, "[internal] load build context", 900, 2100, false),
            step(
                4,
                "[build 1/5] FROM docker.io/library/python:3@sha256:" + "3".repeat(64),
                900,
                1500,
                false),
            step(5, "[build 2/5] WORKDIR /work", 1500, 1500, true, 4),
            step(6, "[build 3/5] COPY requirements.txt .", 2100, 2100, true, 5, 3),
            step(
                7,
                "[build 4/5] RUN --mount=type=cache,target=/root/.cache/uv uv pip install --system -r requirements.txt "
                    + odd,
                2100,
                14300,
                false,
                6),
            step(
                8,
                "[stage-1 2/3] RUN apt-get update && apt-get install -y --no-install-recommends curl",
                3600,
                9100,
                false,
                4),
            step(9, "[build 5/5] COPY src src", 14300, 14500, false, 7),
            step(10, "exporting cache to registry", 14600, 19700, false));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("digest", "sha256:cd29562230a9ca87811cccb95098e825695b4ba81c8df0698206ed7b32e6d131");
    facts.put("size", "1.2 GB");
    facts.put("platforms", "linux/amd64");
    facts.put("cache", "registry.example.com/team/app:buildcache: 7 layers, all zstd, 1.1 GB");
    facts.put("context sent", "3.1 MB");
    facts.put("user", "1000:1000");
    facts.put("health check", "yes");
    facts.put("checked", "12 labels, user 1000:1000, health check read back from the registry");
    return new Account(
        "registry.example.com/team/app:1.2.0",
        "Dockerfile",
        Optional.empty(),
        Duration.ofMillis(21_400),
        steps,
        List.of(
            new Miss(
                7,
                "RUN uv pip install --system -r requirements.txt",
                12,
                "line 12 changed: RUN uv pip install " + odd),
            new Miss(
                8,
                "RUN apt-get update && apt-get install",
                18,
                "base docker.io/library/python:3 moved from sha256:111111111111… to sha256:333333333333…")),
        facts,
        Map.of(
            "org.opencontainers.image.title", "app " + odd,
            "org.opencontainers.image.revision", "7c356fc0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6",
            "org.opencontainers.image.source",
                "https://git.example.com/team/a-rather-long-repository-name/app"),
        List.of(
            new Account.Layer(
                52_428_800, "gzip", "/bin/sh -c #(nop) ADD file:0123456789abcdef in /", ""),
            new Account.Layer(
                1_048_576_000,
                "gzip",
                "RUN uv pip install --system -r requirements.txt " + odd,
                HEAVY),
            new Account.Layer(40_960, "zstd", "COPY src src", "sha256:" + "2".repeat(64))),
        List.of(
            "line 3: SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data "
                + odd),
        "docker buildx build --progress=rawjson --file /src/Dockerfile --platform linux/amd64 --tag registry.example.com/team/app:1.2.0 --cache-from type=registry,ref=registry.example.com/team/app:buildcache --cache-to type=registry,ref=registry.example.com/team/app:buildcache,mode=max,image-manifest=true,oci-mediatypes=true,compression=zstd,force-compression=true,ignore-error=true --label 'org.opencontainers.image.title=app' -- /src");
  }

  private static Step step(
      int number, String name, long from, long to, boolean cached, Integer... inputs) {
    return new Step(
        number,
        name,
        Optional.of(START.plusMillis(from)),
        Optional.of(START.plusMillis(to)),
        cached,
        Optional.empty(),
        List.of(),
        "",
        number == 3 ? 3_100_000 : 0,
        List.of(inputs));
  }
}
