package dev.parley.server.auth;

/** What a request presents to be let in. */
public sealed interface Presented {

  /** Nothing. */
  record Nothing() implements Presented {}

  /** A key or a client secret, not checked yet. */
  record Key(Secret secret) implements Presented {}

  /** Something that cannot be used; the sentence tells the client what to send. */
  record Unusable(String code, String message) implements Presented {}
}
