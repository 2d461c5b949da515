package dev.parley.wire;

import dev.parley.wire.ServerEvent.OutputAudioDelta;
import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.json.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The short cut for {@code response.output_audio.delta}: the bytes as they come, in one array. */
final class AudioDeltaWriter {

  private static final byte[] EVENT_ID =
      ascii(
          "{\""
              + Field.TYPE
              + "\":\""
              + ServerEventType.AUDIO_DELTA
              + "\","
              + key(Field.EVENT_ID)
              + "\"");
  private static final byte[] RESPONSE_ID = ascii("\"," + key(Field.RESPONSE_ID) + "\"");
  private static final byte[] ITEM_ID = ascii("\"," + key(Field.ITEM_ID) + "\"");
  private static final byte[] OUTPUT_INDEX = ascii("\"," + key(Field.OUTPUT_INDEX));
  private static final byte[] CONTENT_INDEX = ascii("," + key(Field.CONTENT_INDEX));
  private static final byte[] DELTA = ascii("," + key(Field.DELTA) + "\"");
  private static final byte[] END = ascii("\"}");
  private static final int FIXED =
      EVENT_ID.length
          + RESPONSE_ID.length
          + ITEM_ID.length
          + OUTPUT_INDEX.length
          + CONTENT_INDEX.length
          + DELTA.length
          + END.length;

  private final byte[] frame;
  private int at;
  private boolean plain = true;

  private AudioDeltaWriter(int length) {
    this.frame = new byte[length];
  }

  /** The frame, or null if the long way must be taken: an id is not plain ASCII. */
  static byte @Nullable [] write(OutputAudioDelta delta, String eventId) {
    PartIds ids = delta.ids();
    String outputIndex = Integer.toString(ids.outputIndex());
    String contentIndex = Integer.toString(ids.contentIndex());
    byte[] audio = Base64Audio.bytes(delta.audio());
    AudioDeltaWriter writer =
        new AudioDeltaWriter(
            FIXED
                + eventId.length()
                + ids.responseId().length()
                + ids.itemId().length()
                + outputIndex.length()
                + contentIndex.length()
                + audio.length);
    writer.put(EVENT_ID);
    writer.put(eventId);
    writer.put(RESPONSE_ID);
    writer.put(ids.responseId());
    writer.put(ITEM_ID);
    writer.put(ids.itemId());
    writer.put(OUTPUT_INDEX);
    writer.put(outputIndex);
    writer.put(CONTENT_INDEX);
    writer.put(contentIndex);
    writer.put(DELTA);
    writer.put(audio);
    writer.put(END);
    return writer.plain ? writer.frame : null;
  }

  private void put(byte[] bytes) {
    System.arraycopy(bytes, 0, frame, at, bytes.length);
    at += bytes.length;
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain &= c >= ' ' && c < 0x7F && c != '"' && c != '\\';
      frame[at++] = (byte) c;
    }
  }

  private static String key(String name) {
    return "\"" + name + "\":";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
