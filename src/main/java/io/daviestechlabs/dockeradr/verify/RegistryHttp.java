package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks HTTP with registries: logins, tokens, redirects, plain HTTP where it is allowed.
 *
 * <p>A login is sent after the registry has asked for it, and never to where it redirects to.
 */
final class RegistryHttp {
  /** The user name by which a refresh token is marked. */
  static final String TOKEN_USER = "<token>";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_TOKEN = 1 << 20;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Logins logins;
  private final PlainHosts plain;
  private final Map<String, String> schemes = new ConcurrentHashMap<>();
  private final Map<String, String> authorizations = new ConcurrentHashMap<>();

  RegistryHttp(Logins logins, PlainHosts plain) {
    this.logins = logins;
    this.plain = plain;
  }

  /**
   * An answer, with as much of the body as was wanted.
   *
   * @param status of HTTP
   * @param headers of HTTP
   * @param body cut at the limit
   * @param cut whether there was more
   */
  record Answer(int status, HttpHeaders headers, byte[] body, boolean cut) {}

  /**
   * Asks a registry.
   *
   * @param method GET or HEAD
   * @param host of the registry
   * @param repository that the question is about
   * @param path below the repository
   * @param accept media types that are understood
   * @param limit bytes of the body that are read at most
   */
  Answer ask(
      String method, String host, String repository, String path, List<String> accept, int limit)
      throws IOException, InterruptedException {
    return read(reply(method, host, repository, path, accept), limit);
  }

  /**
   * Opens what may be long.
   *
   * @param host of the registry
   * @param repository that it is in
   * @param path below the repository
   * @return the body, which the caller closes
   */
  InputStream open(String host, String repository, String path)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> reply = reply("GET", host, repository, path, List.of());
    if (reply.statusCode() != 200) {
      reply.body().close();
      throw new IOException("the registry answers with status " + reply.statusCode());
    }
    return new PatientStream(reply.body());
  }

  private HttpResponse<InputStream> reply(
      String method, String host, String repository, String path, List<String> accept)
      throws IOException, InterruptedException {
    String server = host.equals("docker.io") ? "registry-1.docker.io" : host;
    IOException failed = null;
    for (String scheme : schemes(host)) {
      try {
        URI address = URI.create(scheme + "://" + server + "/v2/" + repository + path);
        HttpResponse<InputStream> reply = authorized(method, address, host, repository, accept);
        boolean understood = reply.headers().map().containsKey("docker-content-digest");
        if (reply.statusCode() != 400 || understood) {
          schemes.putIfAbsent(host, scheme);
          return reply;
        }
        reply.body().close();
        failed = new IOException("status 400");
      } catch (IllegalArgumentException e) {
        throw new IOException("no address for " + host, e);
      } catch (IOException e) {
        failed = e;
      }
    }
    throw failed == null ? new IOException("no way to " + host) : failed;
  }

  /** This machine is tried without TLS first, other plain registries with it. */
  private List<String> schemes(String host) {
    if (schemes.containsKey(host)) {
      return List.of(schemes.get(host));
    }
    if (plain.isLoopback(host)) {
      return List.of("http", "https");
    }
    return plain.allows(host) ? List.of("https", "http") : List.of("https");
  }

  private HttpResponse<InputStream> authorized(
      String method, URI address, String host, String repository, List<String> accept)
      throws IOException, InterruptedException {
    String key = host + "/" + repository;
    HttpResponse<InputStream> reply = follow(method, address, authorizations.get(key), accept);
    if (reply.statusCode() != 401) {
      return reply;
    }
    Optional<Challenge> challenge = Challenge.of(reply.headers().allValues("www-authenticate"));
    Optional<String> authorization =
        challenge.isEmpty()
            ? Optional.empty()
            : authorization(challenge.get(), host, repository, address.getScheme());
    if (authorization.isEmpty()) {
      return reply;
    }
    reply.body().close();
    authorizations.put(key, authorization.get());
    return follow(method, address, authorization.get(), accept);
  }

  private Optional<String> authorization(
      Challenge challenge, String host, String repository, String scheme)
      throws IOException, InterruptedException {
    Optional<Login> login = logins.find(host);
    if (challenge.isBasic()) {
      boolean fits = login.isPresent() && !login.get().user().equals(TOKEN_USER);
      return fits ? Optional.of(login.get().header()) : Optional.empty();
    }
    Optional<URI> address = challenge.tokenAddress(repository, scheme.equals("http"));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    HttpRequest request =
        login.isPresent() && login.get().user().equals(TOKEN_USER)
            ? refresh(address.get(), login.get().secret())
            : token(address.get(), login);
    Answer answer = read(send(request), MAX_TOKEN);
    Json json = Json.parse(answer.body()).orElse(Json.NULL);
    String token = json.at("token").text(json.at("access_token").text());
    return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
  }

  private static HttpRequest token(URI address, Optional<Login> login) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    if (login.isPresent()) {
      request.header("Authorization", login.get().header());
    }
    return request.build();
  }

  /** The service and scope of the address become a form, with the refresh token in it. */
  private static HttpRequest refresh(URI address, String token) {
    String form =
        address.getRawQuery()
            + "&grant_type=refresh_token&client_id=docker-adr&refresh_token="
            + URLEncoder.encode(token, StandardCharsets.UTF_8);
    String realm = address.toString();
    return HttpRequest.newBuilder(URI.create(realm.substring(0, realm.indexOf('?'))))
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private HttpResponse<InputStream> follow(
      String method, URI start, String authorization, List<String> accept)
      throws IOException, InterruptedException {
    URI address = start;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .method(method, HttpRequest.BodyPublishers.noBody());
      for (String type : accept) {
        request.header("Accept", type);
      }
      if (authorization != null && sameServer(start, address)) {
        request.header("Authorization", authorization);
      }
      HttpResponse<InputStream> reply = send(request.build());
      Optional<String> location = reply.headers().firstValue("location");
      if (reply.statusCode() / 100 != 3 || location.isEmpty()) {
        return reply;
      }
      reply.body().close();
      URI next = address.resolve(location.get());
      boolean downgrade = address.getScheme().equals("https") && !"https".equals(next.getScheme());
      if (downgrade || next.getHost() == null) {
        throw new IOException("redirected to an address that is not followed");
      }
      address = next;
    }
    throw new IOException("redirected too often");
  }

  private static boolean sameServer(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getAuthority().equals(other.getAuthority());
  }

  private HttpResponse<InputStream> send(HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static Answer read(HttpResponse<InputStream> reply, int limit) throws IOException {
    try (InputStream in = reply.body()) {
      byte[] body = in.readNBytes(limit);
      boolean cut = body.length == limit && in.read() >= 0;
      return new Answer(reply.statusCode(), reply.headers(), body, cut);
    }
  }
}
