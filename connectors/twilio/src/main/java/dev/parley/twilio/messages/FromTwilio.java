package dev.parley.twilio.messages;

import java.util.Arrays;
import java.util.Map;

/**
 * What Twilio says over a media stream's WebSocket.
 *
 * <p>Source: Twilio's documentation of Media Streams, "WebSocket messages from Twilio". All
 * sequence numbers count the messages of one stream from 1.
 */
public sealed interface FromTwilio {

  /** The socket is open. */
  record Connected(String protocol, String version) implements FromTwilio {}

  /** A message of a stream: all but {@link Connected}. */
  sealed interface OfStream extends FromTwilio {

    /** Its place among the stream's messages. */
    long sequence();

    /** The stream that it belongs to. */
    String streamSid();
  }

  /**
   * The stream begins: mono mu-law at 8 kHz, the only format that there is.
   *
   * @param parameters what the TwiML gave the stream along
   */
  record Start(
      long sequence,
      String streamSid,
      String callSid,
      String accountSid,
      Map<String, String> parameters)
      implements OfStream {

    public Start {
      parameters = Map.copyOf(parameters);
    }

    /** Keeps the parameters out of logs: a nonce is among them. */
    @Override
    public String toString() {
      return "Start[%s, %s, %d parameters]".formatted(streamSid, callSid, parameters.size());
    }
  }

  /** Whose audio it is. */
  enum Track {
    INBOUND,
    OUTBOUND
  }

  /**
   * Audio.
   *
   * @param chunk its place among its track's audio, from 1
   * @param millis when it was spoken, from the beginning of the stream
   * @param mulaw not copied: who makes a message gives the array away
   */
  @SuppressWarnings("ArrayRecordComponent") // copying would cost each frame twice
  record Media(long sequence, String streamSid, Track track, long chunk, long millis, byte[] mulaw)
      implements OfStream {

    @Override
    public boolean equals(Object other) {
      return other instanceof Media that
          && sequence == that.sequence
          && chunk == that.chunk
          && millis == that.millis
          && track == that.track
          && streamSid.equals(that.streamSid)
          && Arrays.equals(mulaw, that.mulaw);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(sequence) * 31 + Arrays.hashCode(mulaw);
    }

    /** Keeps the audio out of logs. */
    @Override
    public String toString() {
      return "Media[%d, chunk %d, %d ms, %d bytes]"
          .formatted(sequence, chunk, millis, mulaw.length);
    }
  }

  /** All audio before a mark of ours has been played, or thrown away by a clear. */
  record Mark(long sequence, String streamSid, String name) implements OfStream {}

  /**
   * The caller pressed a key.
   *
   * @param key one of {@code 0-9 * # A-D}
   */
  record Dtmf(long sequence, String streamSid, char key) implements OfStream {

    /** Keeps the key out of logs: it may be part of a secret. */
    @Override
    public String toString() {
      return "Dtmf[" + sequence + "]";
    }
  }

  /** The stream has ended, or the call has. */
  record Stop(long sequence, String streamSid, String callSid) implements OfStream {}
}
