package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server on this machine, which asks for a certificate, gets to see of its client. */
class ClientTlsTest {
  private static final String TRUSTED = "javax.net.ssl.trustStore";
  private static final String NOBODY = "nobody";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;

  private final Owner authority = new Owner("authority", "EC");
  private Path machine;

  @BeforeEach
  void letTheMachineTrustTheAuthority() throws Exception {
    machine = directory.resolve("machine.p12");
    try (OutputStream out = Files.newOutputStream(machine)) {
      authorities().store(out, PASSWORD);
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED + "Password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void allThreeFiles(String algorithm) throws Exception {
    write("ca.pem", authority.certificate);
    client(algorithm);
    assertThat(seen()).isEqualTo("CN=client");
  }

  @Test
  void anAuthorityThatTheMachineKnowsNeedsNoFile() throws Exception {
    client("EC");
    assertThatThrownBy(this::seen).isInstanceOf(SSLException.class);
    System.setProperty(TRUSTED, machine.toString());
    System.setProperty(TRUSTED + "Password", new String(PASSWORD));
    assertThat(seen()).isEqualTo("CN=client");
  }

  @Test
  void aClientMayHaveNoCertificate() throws Exception {
    write("ca.pem", authority.certificate);
    assertThat(seen()).isEqualTo(NOBODY);
    client("EC");
    Files.delete(directory.resolve("key.pem"));
    assertThat(seen()).isEqualTo(NOBODY);
  }

  @Test
  void whatIsNoKeyIsTold() throws Exception {
    client("EC");
    for (String text :
        new String[] {"", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}) {
      Files.writeString(directory.resolve("key.pem"), text);
      assertThatThrownBy(() -> new ClientTls(directory).getSSLContext())
          .isInstanceOf(UserError.class)
          .hasMessageContaining(directory + " cannot be used");
    }
  }

  private void client(String algorithm) throws Exception {
    Owner client = new Owner("client", algorithm);
    write("cert.pem", client.certificate(authority));
    // Both forms that OpenSSL writes: its own, and PKCS 8.
    PrivateKey key = client.keys.getPrivate();
    write("key.pem", algorithm.equals("RSA") ? key : new JcaPKCS8Generator(key, null));
  }

  private void write(String file, Object content) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(content);
    }
    Files.writeString(directory.resolve(file), text.toString());
  }

  /** The name of the client as a server of the authority sees it. */
  private String seen() throws Exception {
    try (SSLServerSocket server =
        (SSLServerSocket)
            server()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setWantClientAuth(true);
      CompletableFuture<String> name = CompletableFuture.supplyAsync(() -> name(server));
      try (SSLSocket client =
          (SSLSocket)
              new ClientTls(directory)
                  .getSSLContext()
                  .getSocketFactory()
                  .createSocket(server.getInetAddress(), server.getLocalPort())) {
        client.startHandshake();
        client.getInputStream().read();
      }
      return name.join();
    }
  }

  private static String name(SSLServerSocket server) {
    try (SSLSocket connection = (SSLSocket) server.accept()) {
      connection.getOutputStream().write(1);
      return connection.getSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return NOBODY;
    } catch (IOException e) {
      return e.toString();
    }
  }

  private SSLContext server() throws Exception {
    Owner owner = new Owner("server", "EC");
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    X509Certificate[] chain = {owner.certificate(authority)};
    own.setKeyEntry("server", owner.keys.getPrivate(), PASSWORD, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore authorities() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate);
    return store;
  }

  /** Somebody with a key pair. */
  private static final class Owner {
    final X500Name name;
    final String algorithm;
    final KeyPair keys;
    final X509Certificate certificate;

    Owner(String name, String algorithm) {
      try {
        this.name = new X500Name("CN=" + name);
        this.algorithm = algorithm;
        this.keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        this.certificate = certificate(this);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    X509Certificate certificate(Owner issuer) throws Exception {
      Instant now = Instant.now();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer.name,
              BigInteger.ONE,
              Date.from(now.minus(1, ChronoUnit.DAYS)),
              Date.from(now.plus(1, ChronoUnit.DAYS)),
              name,
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(this == issuer));
      String signature = issuer.algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder(signature).build(issuer.keys.getPrivate())));
    }
  }
}
