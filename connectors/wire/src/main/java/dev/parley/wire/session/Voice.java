package dev.parley.wire.session;

/**
 * The voice of the assistant.
 *
 * @param name of a known voice, or the id of a custom one
 * @param custom it is an id, which JSON wraps in an object
 */
public record Voice(String name, boolean custom) {

  public static Voice named(String name) {
    return new Voice(name, /* custom= */ false);
  }
}
