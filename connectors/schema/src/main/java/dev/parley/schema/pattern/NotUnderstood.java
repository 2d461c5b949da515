package dev.parley.schema.pattern;

/** A pattern uses what no text is made for: look-around, back-references, letters by property. */
final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotUnderstood() {
    super("pattern is not understood", null, false, false);
  }
}
