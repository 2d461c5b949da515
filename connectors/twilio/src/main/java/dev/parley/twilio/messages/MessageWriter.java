package dev.parley.twilio.messages;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Writes what goes over a media stream's WebSocket, either way, as UTF-8. Stateless. */
public final class MessageWriter {

  private MessageWriter() {}

  /** What Twilio is told. */
  public static byte[] write(ToTwilio message) {
    return Json.write(
        json -> {
          switch (message) {
            case ToTwilio.Media media -> {
              head(json, "media", media.streamSid());
              json.writeObjectFieldStart("media");
              payload(json, media.mulaw());
              json.writeEndObject();
            }
            case ToTwilio.Mark mark -> {
              head(json, "mark", mark.streamSid());
              name(json, mark.name());
            }
            case ToTwilio.Clear clear -> head(json, "clear", clear.streamSid());
          }
        });
  }

  /** What Twilio says: for a far end that is played. */
  public static byte[] write(FromTwilio message) {
    return Json.write(
        json -> {
          switch (message) {
            case FromTwilio.Connected connected -> {
              json.writeStringField("event", "connected");
              json.writeStringField("protocol", connected.protocol());
              json.writeStringField("version", connected.version());
            }
            case FromTwilio.Start start -> start(json, start);
            case FromTwilio.Media media -> media(json, media);
            case FromTwilio.Mark mark -> {
              head(json, "mark", mark);
              name(json, mark.name());
            }
            case FromTwilio.Dtmf dtmf -> {
              head(json, "dtmf", dtmf);
              json.writeObjectFieldStart("dtmf");
              json.writeStringField("track", "inbound_track");
              json.writeStringField("digit", String.valueOf(dtmf.key()));
              json.writeEndObject();
            }
            case FromTwilio.Stop stop -> {
              head(json, "stop", stop);
              json.writeObjectFieldStart("stop");
              json.writeStringField("callSid", stop.callSid());
              json.writeEndObject();
            }
          }
        });
  }

  private static void start(JsonGenerator json, FromTwilio.Start start) throws IOException {
    head(json, "start", start);
    json.writeObjectFieldStart("start");
    json.writeStringField("accountSid", start.accountSid());
    json.writeStringField("streamSid", start.streamSid());
    json.writeStringField("callSid", start.callSid());
    json.writeArrayFieldStart("tracks");
    json.writeString("inbound");
    json.writeEndArray();
    json.writeObjectFieldStart("mediaFormat");
    json.writeStringField("encoding", "audio/x-mulaw");
    json.writeNumberField("sampleRate", 8_000);
    json.writeNumberField("channels", 1);
    json.writeEndObject();
    json.writeObjectFieldStart("customParameters");
    for (Map.Entry<String, String> parameter : start.parameters().entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void media(JsonGenerator json, FromTwilio.Media media) throws IOException {
    head(json, "media", media);
    json.writeObjectFieldStart("media");
    json.writeStringField("track", media.track().name().toLowerCase(Locale.ROOT));
    json.writeStringField("chunk", Long.toString(media.chunk()));
    json.writeStringField("timestamp", Long.toString(media.millis()));
    payload(json, media.mulaw());
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, String event, FromTwilio.OfStream message)
      throws IOException {
    head(json, event, message.streamSid());
    json.writeStringField("sequenceNumber", Long.toString(message.sequence()));
  }

  private static void head(JsonGenerator json, String event, String streamSid) throws IOException {
    json.writeStringField("event", event);
    json.writeStringField("streamSid", streamSid);
  }

  private static void name(JsonGenerator json, String name) throws IOException {
    json.writeObjectFieldStart("mark");
    json.writeStringField("name", name);
    json.writeEndObject();
  }

  private static void payload(JsonGenerator json, byte[] mulaw) throws IOException {
    json.writeStringField("payload", Base64.getEncoder().encodeToString(mulaw));
  }
}
