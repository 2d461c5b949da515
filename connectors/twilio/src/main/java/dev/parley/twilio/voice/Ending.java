package dev.parley.twilio.voice;

/** How a media stream ended, and so what becomes of its call. */
public sealed interface Ending {

  /** All said: the call is over. */
  record Over() implements Ending {}

  /**
   * To be put through to somebody.
   *
   * @param number whom to call
   */
  record Transfer(String number) implements Ending {

    /** Keeps the number out of logs. */
    @Override
    public String toString() {
      return "Transfer[a number]";
    }
  }

  /** It broke, or nobody could take it. */
  record Broken() implements Ending {}

  /** There was no seat for it. */
  record Full() implements Ending {}
}
