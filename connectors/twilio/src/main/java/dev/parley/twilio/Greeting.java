package dev.parley.twilio;

/** Who speaks first. */
public sealed interface Greeting {

  /** The caller. */
  record None() implements Greeting {}

  /** The agent, in its own words. */
  record Reply() implements Greeting {}

  /** The agent, in these words. */
  record Say(String text) implements Greeting {

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Say[" + text.length() + " chars]";
    }
  }
}
