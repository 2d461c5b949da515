package dev.parley.speech.say;

/**
 * A part of a text that is said in one breath.
 *
 * @param source as it was written, with the blanks that follow it: the sources of all clauses put
 *     together are the text
 * @param spoken as it is said; empty if there is nothing to say
 */
public record Clause(String source, String spoken) {

  /** Keeps the text out of logs. */
  @Override
  public String toString() {
    return "Clause[%d letters, %d spoken]".formatted(source.length(), spoken.length());
  }
}
