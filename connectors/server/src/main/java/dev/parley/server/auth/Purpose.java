package dev.parley.server.auth;

/** What a request wants, which decides what may open it. */
public enum Purpose {
  /** To start a session: an API key or a client secret. */
  SESSION,
  /** To mint, list or revoke: an API key only, so that a leaked client secret cannot breed. */
  MANAGE
}
