package dev.parley.wire.json;

/** An enum whose constants are words on the wire. */
public interface Choice {

  /** As it is written in JSON. */
  String word();
}
