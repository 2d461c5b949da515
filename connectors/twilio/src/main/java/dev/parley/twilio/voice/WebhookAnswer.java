package dev.parley.twilio.voice;

import java.util.List;

/**
 * What a webhook says.
 *
 * @param status of HTTP
 * @param body TwiML if the status is 200, or else one sentence
 */
public record WebhookAnswer(int status, String body) {

  static WebhookAnswer of(List<Verb> verbs) {
    return new WebhookAnswer(200, Twiml.write(verbs));
  }

  static WebhookAnswer refused(int status, String sentence) {
    return new WebhookAnswer(status, sentence + "\n");
  }

  public boolean isTwiml() {
    return status == 200;
  }

  /** Keeps what it says out of logs: a nonce may be in it. */
  @Override
  public String toString() {
    return "WebhookAnswer[" + status + "]";
  }
}
