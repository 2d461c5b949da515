package dev.parley.server.auth;

import java.security.SecureRandom;

/**
 * A new API key, to be shown once: {@code sk-parley-}, 256 random bits, a checksum. Give the
 * secret's text to its owner, and its hash to the configuration.
 */
public record ApiKey(Secret secret) {

  static final String PREFIX = "sk-parley-";

  public static ApiKey generate(SecureRandom random) {
    return new ApiKey(Tokens.make(PREFIX, random));
  }

  public SecretHash hash() {
    return secret.hash();
  }
}
