package dev.parley.sockets;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes Netty's contexts of settings. Reads and writes files. */
final class TlsContexts {

  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private TlsContexts() {}

  /**
   * @return null for plain text
   * @throws TlsFailed if a file cannot be read or written, or holds something else
   */
  static @Nullable SslContext server(TlsSettings settings) {
    return switch (settings) {
      case TlsSettings.None none -> null;
      case TlsSettings.SelfSigned own -> selfSigned(own.pem());
      case TlsSettings.Files files -> files(files.chain(), files.key());
    };
  }

  /** Trusts what the file holds and nothing else, or what the JDK trusts. */
  static SslContext client(Optional<Path> trusted) {
    SslContextBuilder builder = SslContextBuilder.forClient().protocols(VERSIONS);
    if (trusted.isEmpty()) {
      return build(builder, "The JDK's certificates cannot be used");
    }
    Path file = trusted.get();
    try (InputStream pem = read("trusted certificates", file)) {
      builder.trustManager(pem);
    } catch (IOException | IllegalArgumentException e) {
      throw new TlsFailed(
          "The trusted certificates in " + file + " cannot be read: give a file in PEM.", e);
    }
    return build(builder, "The trusted certificates in " + file + " cannot be used");
  }

  private static SslContext selfSigned(Optional<Path> pem) {
    SelfSigned own = SelfSigned.make(InstantSource.system());
    pem.ifPresent(
        file -> {
          try {
            Files.writeString(file, own.pem());
          } catch (IOException e) {
            throw new TlsFailed("The certificate cannot be written to " + file + ".", e);
          }
        });
    return build(
        SslContextBuilder.forServer(own.key(), own.certificate()).protocols(VERSIONS),
        "The certificate that was made cannot be used");
  }

  private static SslContext files(Path chain, Path key) {
    try (InputStream certificates = read("certificates", chain);
        InputStream secret = read("private key", key)) {
      return build(
          SslContextBuilder.forServer(certificates, secret).protocols(VERSIONS),
          "The certificate in " + chain + " does not work with the key in " + key);
    } catch (IOException | IllegalArgumentException e) {
      throw new TlsFailed(
          "The certificate in "
              + chain
              + " or the key in "
              + key
              + " cannot be read: both have to be PEM, the key in PKCS #8 without a password.",
          e);
    }
  }

  private static InputStream read(String what, Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new TlsFailed("The " + what + " cannot be read from " + file + ".", e);
    }
  }

  private static SslContext build(SslContextBuilder builder, String complaint) {
    try {
      return builder.build();
    } catch (SSLException e) {
      throw new TlsFailed(complaint + ".", e);
    }
  }
}
