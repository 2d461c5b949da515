package dev.parley.twilio.voice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Twilio can be told to do with a call: the few verbs of TwiML that are needed here.
 *
 * <p>Source: Twilio's documentation of TwiML for voice.
 */
public sealed interface Verb {

  /** Twilio's own voice says something. */
  record Say(String text) implements Verb {}

  record Hangup() implements Verb {}

  /** Asks another address for what is to be done. */
  record Redirect(String url) implements Verb {}

  /**
   * Calls somebody and puts them through.
   *
   * @param callerId the number that they see; empty for the caller's
   * @param patience how long it may ring
   */
  record Dial(String number, Optional<String> callerId, Duration patience) implements Verb {

    /** Keeps the number out of logs. */
    @Override
    public String toString() {
      return "Dial[a number, for " + patience + "]";
    }
  }

  /**
   * Joins the call with a WebSocket, both ways, until one of them ends.
   *
   * @param url of the WebSocket, without a query
   * @param action is asked for what is to be done when it has ended
   * @param parameters are told to the WebSocket in its {@code start} message
   */
  record Connect(String url, String action, Map<String, String> parameters) implements Verb {

    public Connect {
      parameters = new LinkedHashMap<>(parameters);
    }

    /** Keeps the parameters out of logs. */
    @Override
    public String toString() {
      return "Connect[" + parameters.size() + " parameters]";
    }
  }
}
