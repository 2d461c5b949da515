package dev.parley.twilio.voice;

import java.time.Duration;
import java.util.Optional;

/**
 * What callers are told where no agent speaks, and how a broken call goes on.
 *
 * @param busy what is said when there is no seat
 * @param sorry what is said when the call cannot go on
 * @param retries how often a call that broke is connected anew before that is said
 * @param transfers whom a call may be put through to
 * @param ticketLife how long Twilio may take from the webhook to the stream's beginning
 * @param accountSid requests about another account are refused; empty for any that has the token
 */
public record VoiceSettings(
    String busy,
    String sorry,
    int retries,
    TransferSettings transfers,
    Duration ticketLife,
    Optional<String> accountSid) {

  public VoiceSettings {
    requireText("busy", busy);
    requireText("sorry", sorry);
    if (retries < 0 || retries > 5) {
      throw new IllegalArgumentException("retries must be 0 to 5, got " + retries);
    }
    if (ticketLife.toSeconds() < 5 || ticketLife.toSeconds() > 600) {
      throw new IllegalArgumentException("ticketLife must be 5 s to 10 min, got " + ticketLife);
    }
  }

  /** Polite words in English, one retry, no transfers, a minute to connect. */
  public static VoiceSettings defaults() {
    return new VoiceSettings(
        "All our lines are busy. Please call again in a few minutes. Goodbye.",
        "We are sorry, we have a technical problem. Please call again. Goodbye.",
        /* retries= */ 1,
        TransferSettings.none(),
        Duration.ofMinutes(1),
        Optional.empty());
  }

  public VoiceSettings withBusy(String text) {
    return new VoiceSettings(text, sorry, retries, transfers, ticketLife, accountSid);
  }

  public VoiceSettings withSorry(String text) {
    return new VoiceSettings(busy, text, retries, transfers, ticketLife, accountSid);
  }

  public VoiceSettings withRetries(int count) {
    return new VoiceSettings(busy, sorry, count, transfers, ticketLife, accountSid);
  }

  public VoiceSettings withTransfers(TransferSettings other) {
    return new VoiceSettings(busy, sorry, retries, other, ticketLife, accountSid);
  }

  public VoiceSettings withTicketLife(Duration span) {
    return new VoiceSettings(busy, sorry, retries, transfers, span, accountSid);
  }

  public VoiceSettings withAccountSid(String sid) {
    return new VoiceSettings(busy, sorry, retries, transfers, ticketLife, Optional.of(sid));
  }

  private static void requireText(String name, String text) {
    if (text.isBlank() || text.length() > 4_000) {
      throw new IllegalArgumentException(name + " must be a text of 1 to 4000 letters");
    }
  }
}
