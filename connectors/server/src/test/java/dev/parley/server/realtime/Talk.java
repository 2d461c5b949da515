package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.SessionLimits;
import dev.parley.wire.ClientEvent;
import dev.parley.wire.RealtimeReader;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.session.SessionConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * A dialogue between a client and a call that are both played by a test. What the client says is
 * JSON, with single quotes for double ones.
 */
final class Talk {

  static final Instant EXPIRY = Instant.ofEpochSecond(1_800_000_000);

  final FakeLine line = new FakeLine();
  final Dialogue dialogue;

  private Talk(SessionConfig config, SessionLimits limits, boolean transcribes, Tuning tuning) {
    dialogue =
        new Dialogue(
            new Conversation(line, new Ids(new Random(7)), limits, transcribes, config), tuning);
    dialogue.open();
    line.events.clear();
  }

  /** A conversation with all defaults. */
  static Talk open() {
    return open(SessionLimits.defaults());
  }

  static Talk open(SessionLimits limits) {
    return new Talk(config(), limits, /* transcribes= */ true, (before, after) -> List.of());
  }

  /** Its model writes nothing down. */
  static Talk withoutTranscripts() {
    return new Talk(
        config(), SessionLimits.defaults(), /* transcribes= */ false, (before, after) -> List.of());
  }

  static Talk open(Tuning tuning) {
    return new Talk(config(), SessionLimits.defaults(), /* transcribes= */ true, tuning);
  }

  static Talk transcription() {
    return new Talk(
        SessionConfig.transcription("sess_t", EXPIRY),
        SessionLimits.defaults(),
        /* transcribes= */ true,
        (before, after) -> List.of());
  }

  static SessionConfig config() {
    return SessionConfig.realtime("sess_1", EXPIRY, "some-model");
  }

  /** The client says this. */
  Talk client(String json) {
    return frame(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  Talk frame(byte[] utf8) {
    switch (RealtimeReader.read(utf8, 0, utf8.length)) {
      case Checked.Good<ClientEvent>(ClientEvent event) -> dialogue.take(event);
      case Checked.Bad<ClientEvent>(WireError error) -> dialogue.refuse(error);
    }
    return this;
  }

  /** The call says this. */
  Talk call(Outbound... frames) {
    for (Outbound frame : frames) {
      dialogue.take(frame);
    }
    return this;
  }

  /** The client sends this much of a ramp as PCM, in no time. */
  Talk append(int millis) {
    int from = (int) line.heard.stream().mapToLong(heard -> heard.samples().count()).sum();
    return append(Sounds.bytes(Sounds.ramp(from, millis * 24)));
  }

  /** The client sends this much as it is spoken. */
  Talk speak(int millis) {
    for (int i = 0; i < millis / 20; i++) {
      line.nanos += 20_000_000;
      append(20);
    }
    return this;
  }

  Talk append(byte[] audio) {
    return client(
        "{'type':'input_audio_buffer.append','audio':'%s'}".formatted(Sounds.base64(audio)));
  }

  /** Push-to-talk. */
  Talk withoutDetection() {
    return update("'audio':{'input':{'turn_detection':null}}").forget();
  }

  Talk update(String fields) {
    return client(
        "{'type':'session.update','event_id':'u','session':{'type':'realtime',%s}}"
            .formatted(fields));
  }

  Talk text(String id, String text) {
    return client(
        """
        {'type':'conversation.item.create','event_id':'i','item':{'type':'message','role':'user',
         'id':'%s','content':[{'type':'input_text','text':'%s'}]}}\
        """
            .formatted(id, text));
  }

  /** The client asks for a response, and the call takes it up. */
  Talk respond(Reply reply, String response) {
    client("{'type':'response.create','event_id':'r','response':%s}".formatted(response));
    return call(reply.asked(tag()));
  }

  Talk respond(Reply reply) {
    return respond(reply, "{}");
  }

  /** The name that the last request of a reply has. */
  String tag() {
    return command(SessionCommand.Reply.class).spec().tag().orElseThrow();
  }

  Talk speechStarts(int atMillis) {
    return call(new Cue.Caller(new Signal.SpeechStarted(at(atMillis), at(atMillis + 100))));
  }

  Talk turnEnds(int startMillis, int endMillis, int atMillis) {
    return call(new Cue.Caller(new Signal.TurnEnded(at(startMillis), at(endMillis), at(atMillis))));
  }

  static Position at(int millis) {
    return new Position(millis * 24L, AudioCodec.RATE);
  }

  /** What was said so far does not matter. */
  Talk forget() {
    line.events.clear();
    line.commands.clear();
    return this;
  }

  /** The types of all events, in order. */
  List<String> types() {
    return line.events.stream().map(event -> event.path("type").asText()).toList();
  }

  /** The last event of a type. */
  JsonNode last(String type) {
    List<JsonNode> all =
        line.events.stream().filter(event -> event.path("type").asText().equals(type)).toList();
    assertThat(all).as(type + " among " + types()).isNotEmpty();
    return all.getLast();
  }

  /** The one thing that was said is this error, with the client's name for what caused it. */
  JsonNode refused(String code, String eventId) {
    assertThat(types()).containsExactly("error");
    JsonNode error = line.events.getFirst().path("error");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("event_id").asText()).isEqualTo(eventId);
    assertThat(error.has("param")).isTrue();
    return error;
  }

  /** The last command of a kind. */
  <T extends SessionCommand> T command(Class<T> kind) {
    List<T> all = line.commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(all).as(kind.getSimpleName() + " among " + line.commands).isNotEmpty();
    return all.getLast();
  }
}
