package io.daviestechlabs.dockeradr.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as images are named by: algorithm, colon, hexadecimal digits. */
public final class Digest {
  private static final String SHA256 = "sha256:";

  private Digest() {}

  /** That of some bytes. */
  public static String of(byte[] bytes) {
    return text(sha256().digest(bytes));
  }

  /** Whether bytes have a digest; one of another algorithm is believed. */
  public static boolean isOf(String digest, byte[] bytes) {
    return !isSha256(digest) || digest.equals(of(bytes));
  }

  static boolean isSha256(String digest) {
    return digest.startsWith(SHA256);
  }

  static String text(byte[] sum) {
    return SHA256 + HexFormat.of().formatHex(sum);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
