package dev.parley.twilio.messages;

import dev.parley.twilio.messages.FromTwilio.Track;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what goes over a media stream's WebSocket, either way. Never throws. Stateless. */
public final class MessageReader {

  /** The longest message that is read, in bytes. */
  public static final int MAX_BYTES = Json.MAX_BYTES;

  private static final int MAX_NAME = 256;
  private static final String KEYS = "0123456789*#ABCD";

  /** Makes a message of its fields. */
  @FunctionalInterface
  private interface Kinds<M> {

    /** The message, or null if its kind is not known. */
    @Nullable M read(Fields fields);
  }

  private MessageReader() {}

  /** What Twilio says. */
  public static Read<FromTwilio> fromTwilio(byte[] utf8) {
    return read(
        utf8,
        fields ->
            switch (fields.text("event", MAX_NAME)) {
              case "connected" ->
                  new FromTwilio.Connected(
                      fields.text("protocol", MAX_NAME), fields.text("version", MAX_NAME));
              case "start" -> start(fields);
              case "media" -> media(fields);
              case "mark" ->
                  new FromTwilio.Mark(
                      fields.number("sequenceNumber"), fields.sid("streamSid"), markName(fields));
              case "dtmf" ->
                  new FromTwilio.Dtmf(
                      fields.number("sequenceNumber"),
                      fields.sid("streamSid"),
                      key(fields.object("dtmf")));
              case "stop" ->
                  new FromTwilio.Stop(
                      fields.number("sequenceNumber"),
                      fields.sid("streamSid"),
                      fields.object("stop").sid("callSid"));
              default -> null;
            });
  }

  /** What Twilio is told. */
  public static Read<ToTwilio> toTwilio(byte[] utf8) {
    return read(
        utf8,
        fields ->
            switch (fields.text("event", MAX_NAME)) {
              case "media" ->
                  new ToTwilio.Media(
                      fields.sid("streamSid"), fields.object("media").base64("payload"));
              case "mark" -> new ToTwilio.Mark(fields.sid("streamSid"), markName(fields));
              case "clear" -> new ToTwilio.Clear(fields.sid("streamSid"));
              default -> null;
            });
  }

  private static <M> Read<M> read(byte[] utf8, Kinds<M> kinds) {
    try {
      Fields fields = Json.read(utf8);
      @Nullable M message = kinds.read(fields);
      return message == null
          ? new Read.Unknown<>(loggable(fields.text("event")))
          : new Read.Good<>(message);
    } catch (BadMessage bad) {
      return new Read.Bad<>(String.valueOf(bad.getMessage()));
    }
  }

  private static FromTwilio start(Fields fields) {
    Fields start = fields.object("start");
    Fields format = start.object("mediaFormat");
    boolean known =
        format.text("encoding").equals("audio/x-mulaw")
            && format.number("sampleRate") == 8_000
            && format.number("channels") == 1;
    if (!known) {
      throw new BadMessage("a stream must be mono audio/x-mulaw at 8000 Hz");
    }
    return new FromTwilio.Start(
        fields.number("sequenceNumber"),
        start.sid("streamSid"),
        start.sid("callSid"),
        start.sid("accountSid"),
        start.has("customParameters") ? start.object("customParameters").texts() : Map.of());
  }

  private static FromTwilio media(Fields fields) {
    Fields media = fields.object("media");
    byte[] payload = media.base64("payload");
    if (payload.length == 0) {
      throw new BadMessage("the field \"media.payload\" must hold audio");
    }
    return new FromTwilio.Media(
        fields.number("sequenceNumber"),
        fields.sid("streamSid"),
        track(media.text("track")),
        media.number("chunk"),
        media.number("timestamp"),
        payload);
  }

  private static Track track(String name) {
    return switch (name) {
      case "inbound" -> Track.INBOUND;
      case "outbound" -> Track.OUTBOUND;
      default -> throw new BadMessage("the field \"media.track\" must be inbound or outbound");
    };
  }

  private static String markName(Fields fields) {
    return fields.object("mark").text("name", MAX_NAME);
  }

  private static char key(Fields dtmf) {
    String digit = dtmf.text("digit");
    if (digit.length() != 1 || KEYS.indexOf(digit.charAt(0)) < 0) {
      throw new BadMessage("the field \"dtmf.digit\" must be one of 0-9 * # A-D");
    }
    return digit.charAt(0);
  }

  private static String loggable(String event) {
    return event.matches("[A-Za-z0-9_.-]{1,32}") ? event : "one with an odd name";
  }
}
