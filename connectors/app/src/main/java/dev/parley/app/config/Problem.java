package dev.parley.app.config;

/**
 * Something that is wrong in the configuration.
 *
 * @param where in which line of which file, in which variable, at which flag
 * @param sentence what is wrong there and what to do
 */
public record Problem(Source where, String sentence) {

  /** As people are told it. */
  @Override
  public String toString() {
    return where.name() + ": " + sentence;
  }
}
