package dev.parley.engine.conversation;

/** What a reply is made of. */
public enum Output {
  SPEECH,
  TEXT
}
