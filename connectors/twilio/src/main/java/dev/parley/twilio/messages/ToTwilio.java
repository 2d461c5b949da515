package dev.parley.twilio.messages;

import java.util.Arrays;

/**
 * What can be said to Twilio over a bidirectional media stream.
 *
 * <p>Source: Twilio's documentation of Media Streams, "Send WebSocket messages to Twilio".
 */
public sealed interface ToTwilio {

  /** The stream that it belongs to. */
  String streamSid();

  /**
   * Audio to be played behind all that was sent before.
   *
   * @param mulaw at 8 kHz, without any header; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // copying would cost each frame twice
  record Media(String streamSid, byte[] mulaw) implements ToTwilio {

    @Override
    public boolean equals(Object other) {
      return other instanceof Media that
          && streamSid.equals(that.streamSid)
          && Arrays.equals(mulaw, that.mulaw);
    }

    @Override
    public int hashCode() {
      return streamSid.hashCode() * 31 + Arrays.hashCode(mulaw);
    }

    /** Keeps the audio out of logs. */
    @Override
    public String toString() {
      return "Media[" + mulaw.length + " bytes]";
    }
  }

  /** To be sent back when all audio before it has been played. */
  record Mark(String streamSid, String name) implements ToTwilio {}

  /** Throws away what has not been played; all marks in it come back at once. */
  record Clear(String streamSid) implements ToTwilio {}
}
