package io.daviestechlabs.dockeradr.verify;

import com.github.dockerjava.transport.SSLConfig;
import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * TLS with the daemon, with whatever there is of the client's certificate and of the authority:
 * docker-java's own wants all three files, and speaks plain HTTP where one is missing.
 *
 * @param directory that may have ca.pem, and may have cert.pem and key.pem
 */
record ClientTls(Path directory) implements SSLConfig {
  /** Of a key store that is never written. */
  private static final char[] PASSWORD = {};

  @Override
  public SSLContext getSSLContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(certificate(), authorities(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new UserError(
          "The certificates in " + directory + " cannot be used: " + e.getMessage(),
          "Mend the docker context, or DOCKER_CERT_PATH.",
          e);
    }
  }

  /** Null where the client has none: a certificate without its key is of no use. */
  private KeyManager[] certificate() throws IOException, GeneralSecurityException {
    Path certificate = directory.resolve("cert.pem");
    Path key = directory.resolve("key.pem");
    if (!Files.exists(certificate) || !Files.exists(key)) {
      return null;
    }
    KeyStore own = store();
    own.setKeyEntry("client", key(key), PASSWORD, certificates(certificate));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(own, PASSWORD);
    return factory.getKeyManagers();
  }

  /** Null where those of the machine will do. */
  private TrustManager[] authorities() throws IOException, GeneralSecurityException {
    Path file = directory.resolve("ca.pem");
    if (!Files.exists(file)) {
      return null;
    }
    KeyStore trusted = store();
    for (Certificate each : certificates(file)) {
      trusted.setCertificateEntry("ca-" + trusted.size(), each);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  private static Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(pem)
          .toArray(Certificate[]::new);
    }
  }

  /** The key in any of the forms that OpenSSL writes. */
  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    try (PEMParser pem = new PEMParser(Files.newBufferedReader(file))) {
      for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PrivateKeyInfo key) {
          return converter.getPrivateKey(key);
        }
      }
    }
    throw new GeneralSecurityException("key.pem has no private key");
  }

  private static KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }
}
