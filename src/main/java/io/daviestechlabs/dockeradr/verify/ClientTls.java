package io.daviestechlabs.dockeradr.verify;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.SSLConfig;
import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS with the daemon, with or without a certificate of the client: docker-java's own wants all
 * three files, and speaks plain HTTP where one is missing.
 *
 * @param directory that may have ca.pem, and may have cert.pem and key.pem
 */
record ClientTls(Path directory) implements SSLConfig {
  @Override
  public SSLContext getSSLContext() {
    try {
      SSLContext mutual = new LocalDirectorySSLConfig(directory.toString()).getSSLContext();
      if (mutual != null) {
        return mutual;
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, authorities(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new UserError(
          "The certificates in " + directory + " cannot be used: " + e.getMessage(),
          "Mend the docker context, or DOCKER_CERT_PATH.",
          e);
    }
  }

  /** Null where those of the machine will do. */
  private TrustManager[] authorities() throws IOException, GeneralSecurityException {
    Path file = directory.resolve("ca.pem");
    if (!Files.exists(file)) {
      return null;
    }
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("ca-" + trusted.size(), each);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }
}
