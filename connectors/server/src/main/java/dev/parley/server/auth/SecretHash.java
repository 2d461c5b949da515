package dev.parley.server.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a secret: all that is kept of it.
 *
 * <p>A fast hash is right here, because our own keys are 256 random bits, which nobody can try out.
 * Comparing takes the same time wherever two hashes differ. It does not print, because the hash of
 * a key that a person has chosen can be tried out.
 */
public final class SecretHash {

  /** How a hash in a configuration begins. */
  public static final String PREFIX = "sha256:";

  private static final int BYTES = 32;

  private final byte[] bytes;

  private SecretHash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static SecretHash of(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new SecretHash(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one has not.", e);
    }
  }

  /**
   * Reads what {@link #encoded} writes.
   *
   * @throws IllegalArgumentException if it is not {@code sha256:} and 64 hex digits
   */
  public static SecretHash parse(String encoded) {
    String hex = encoded.startsWith(PREFIX) ? encoded.substring(PREFIX.length()) : "";
    if (hex.length() != 2 * BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("A hashed key reads sha256: and 64 hex digits.");
    }
    return new SecretHash(HexFormat.of().parseHex(hex));
  }

  /** As it stands in a configuration: {@code sha256:} and 64 hex digits. */
  public String encoded() {
    return PREFIX + HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretHash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return ByteBuffer.wrap(bytes).getInt();
  }

  @Override
  public String toString() {
    return "SecretHash[hidden]";
  }
}
