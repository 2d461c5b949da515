package dev.parley.sockets;

import java.nio.file.Path;
import java.util.Optional;

/** How a server encrypts: not at all, for development, or with a certificate. TLS 1.2 and up. */
public sealed interface TlsSettings {

  static TlsSettings none() {
    return new None();
  }

  /** With a certificate that the server makes for itself at its start. */
  static TlsSettings selfSigned() {
    return new SelfSigned(Optional.empty());
  }

  static TlsSettings selfSigned(Path pem) {
    return new SelfSigned(Optional.of(pem));
  }

  static TlsSettings files(Path chain, Path key) {
    return new Files(chain, key);
  }

  /** Plain text. */
  record None() implements TlsSettings {}

  /**
   * A certificate for localhost, 127.0.0.1 and ::1, made at the start and gone with the process.
   *
   * @param pem where to write the certificate, so that clients can trust it; overwritten
   */
  record SelfSigned(Optional<Path> pem) implements TlsSettings {}

  /**
   * @param chain PEM: the server's certificate, then those between it and its root
   * @param key PEM: the private key in PKCS #8, without a password
   */
  record Files(Path chain, Path key) implements TlsSettings {}
}
