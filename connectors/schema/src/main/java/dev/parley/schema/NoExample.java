package dev.parley.schema;

/** No value was found that a schema accepts: it contradicts itself, or is too hard to guess. */
public final class NoExample extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoExample() {
    super("no small value was found that this schema accepts: give it a default or an enum");
  }
}
