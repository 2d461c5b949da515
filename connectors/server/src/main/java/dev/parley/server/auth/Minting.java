package dev.parley.server.auth;

import dev.parley.server.limit.Refusal;

/** What {@link ClientSecrets#mint} says. */
public sealed interface Minting {

  /**
   * A new client secret.
   *
   * @param value to be handed over once, as {@code value}
   * @param grant what it stands for; {@code expires_at} is its instant in seconds
   */
  record Minted(Secret value, Grant grant) implements Minting {}

  /** None was made. */
  record Refused(Refusal refusal) implements Minting {}
}
