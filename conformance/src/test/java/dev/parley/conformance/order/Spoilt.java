package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conformance.frames.Dialogue;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A dialogue that breaks a rule.
 *
 * @param complaint what must be complained about
 */
record Spoilt(String complaint, Dialogue dialogue) {

  private static final String TRANSCRIBED = "conversation.item.input_audio_transcription.completed";
  private static final String AUDIO = "response.output_audio.delta";
  private static final String STARTED = "input_audio_buffer.speech_started";
  private static final String STOPPED = "input_audio_buffer.speech_stopped";
  private static final String COMMITTED = "input_audio_buffer.committed";
  private static final String ADDED = "conversation.item.added";
  private static final String DONE = "conversation.item.done";

  static Stream<Spoilt> all() {
    return Stream.of(session(), conversation(), items(), speech(), asked(), responses(), numbers())
        .flatMap(List::stream);
  }

  private static List<Spoilt> session() {
    return List.of(
        text("first event must be session.created", d -> d.without("session.created", 1)),
        text("created once", d -> d.twice("session.created", 1)),
        calls("no session.update is waiting", d -> d.without("session.update", 1)),
        calls(
            "the session's id must not change",
            d ->
                d.with(
                    "session.updated",
                    1,
                    f -> ((ObjectNode) f.path("session")).put("id", "sess_2"))),
        calls(
            "the session's model must not change",
            d ->
                d.with(
                    "session.updated", 1, f -> ((ObjectNode) f.path("session")).put("model", "m"))),
        turn(
            "must tell interrupt_response",
            d ->
                d.with(
                    "session.created",
                    1,
                    at(
                        "/session/audio/input/turn_detection",
                        v -> v.remove("interrupt_response")))),
        spoilt(
            "idle-timeout",
            "behind session_expired",
            d -> d.moved("error", 1, "response.created", 1)),
        text("needs a type", d -> d.with("rate_limits.updated", 1, f -> f.remove("type"))),
        text("needs an event_id", d -> d.with("rate_limits.updated", 1, f -> f.remove("event_id"))),
        text(
            "was used before",
            d -> d.with("rate_limits.updated", 1, f -> f.put("event_id", "event_1"))),
        spoilt(
            "out-of-band",
            "is no event that waits",
            d -> d.with("error", 1, at("/error", e -> e.put("event_id", "c99")))),
        spoilt("out-of-band", "is no event that waits", d -> d.twice("error", 1)),
        spoilt(
            "out-of-band",
            "must echo the client's",
            d -> d.with("error", 1, at("/error", e -> e.putNull("event_id")))));
  }

  private static List<Spoilt> conversation() {
    return List.of(
        text("but was never added", d -> d.without(ADDED, 1)),
        text("was added before", d -> d.twice(ADDED, 1)),
        text("was done before", d -> d.twice(DONE, 1)),
        text("but was never added", d -> d.moved(ADDED, 1, DONE, 1)),
        text(
            "must be item_u1, the last item",
            d -> d.with(ADDED, 2, f -> f.putNull("previous_item_id"))),
        text("is no item", d -> d.with(ADDED, 2, f -> f.put("previous_item_id", "item_x"))),
        text(
            "previous_item_id of item_a1 must be",
            d -> d.with(DONE, 2, f -> f.putNull("previous_item_id"))),
        list(
            "wanted item item_0 behind root",
            d -> d.with(ADDED, 3, f -> f.put("previous_item_id", "item_2"))),
        list(
            "must be item_15, the last",
            d -> d.with(ADDED, 5, f -> f.put("previous_item_id", "item_1"))),
        list("is no item", d -> d.with(ADDED, 5, f -> f.put("previous_item_id", "item_2"))),
        list("asked for no such retrieve", d -> d.without("conversation.item.retrieve", 1)),
        list("asked for no such delete", d -> d.without("conversation.item.delete", 1)),
        list(
            "is no item of the conversation",
            d -> d.with("conversation.item.deleted", 1, f -> f.put("item_id", "x"))),
        barge("asked for no such truncate", d -> d.without("conversation.item.truncate", 1)),
        barge(
            "asked for no such truncate",
            d -> d.with("conversation.item.truncated", 1, f -> f.put("audio_end_ms", 4))),
        turn("it must be added next", d -> d.moved(ADDED, 2, COMMITTED, 1)),
        turn("must be added before the next", d -> d.twice(COMMITTED, 1)),
        turn(
            "must be item_a1, the last item",
            d -> d.with(COMMITTED, 2, f -> f.put("previous_item_id", "item_u1"))),
        turn("was committed before", d -> d.with(COMMITTED, 2, f -> f.put("item_id", "item_u1"))));
  }

  private static List<Spoilt> items() {
    return List.of(
        turn(
            "needs the key transcript",
            d -> d.with(ADDED, 1, at("/item/content/0", c -> c.remove("transcript")))),
        turn(
            "audio bytes come with",
            d -> d.with(DONE, 1, at("/item/content/0", c -> c.put("audio", "AAAA")))),
        turn(
            "must be absent, not null",
            d -> d.with(ADDED, 1, at("/item", i -> i.putNull("call_id")))),
        turn(
            "a part of ours is no audio",
            d -> d.with(DONE, 2, at("/item/content/0", c -> c.put("type", "audio")))),
        turn(
            "a part of the user's is no text",
            d -> d.with(DONE, 1, at("/item/content/0", c -> c.put("type", "text")))));
  }

  private static List<Spoilt> speech() {
    return List.of(
        turn(
            "must be item_u1, as speech has it",
            d -> d.with(COMMITTED, 1, f -> f.put("item_id", "item_x"))),
        turn("item_id must be item_u1", d -> d.with(STOPPED, 1, f -> f.put("item_id", "item_x"))),
        turn("nobody is speaking", d -> d.without(STARTED, 1)),
        turn("above audio_start_ms, 200", d -> d.with(STOPPED, 1, f -> f.put("audio_end_ms", 200))),
        turn("above 200, the last one", d -> d.with(STARTED, 2, f -> f.put("audio_start_ms", 100))),
        turn("are not written yet", d -> d.with(STOPPED, 1, f -> f.put("audio_end_ms", 1_700))),
        turn("is not committed yet", d -> d.without(COMMITTED, 1)),
        turn("nobody asked for a commit", d -> d.without(STOPPED, 1)),
        list("nobody asked for a commit", d -> d.without("input_audio_buffer.commit", 1)),
        spoilt(
            "idle-timeout",
            "above audio_start_ms",
            d -> d.with("input_audio_buffer.timeout_triggered", 1, f -> f.put("audio_end_ms", 0))),
        barge(
            "while there is speech",
            d ->
                new Dialogue(
                    Stream.of(
                            d.frames().subList(0, 19),
                            Dialogue.read("idle-timeout").frames().subList(2, 3))
                        .flatMap(List::stream)
                        .toList())),
        turn(
            "has no transcription",
            d ->
                d.with(
                    "session.created",
                    1,
                    at("/session/audio/input", i -> i.putNull("transcription")))),
        turn(
            "is no audio of the caller",
            d -> d.with(TRANSCRIBED, 1, f -> f.put("item_id", "item_a1"))),
        turn("has ended before", d -> d.twice(TRANSCRIBED, 1)),
        turn(
            "do not make the transcript",
            d -> d.with(TRANSCRIBED, 1, f -> f.put("transcript", "What?"))));
  }

  private static List<Spoilt> asked() {
    return List.of(
        text("nobody asked for this response", d -> d.without("response.create", 1)),
        turn(
            "nobody asked for this response",
            d ->
                d.with(
                    "session.created",
                    1,
                    at(
                        "/session/audio/input/turn_detection",
                        v -> v.put("create_response", false)))),
        spoilt(
            "out-of-band",
            "nobody asked for a response out of band",
            d -> d.with("response.create", 2, at("/response", r -> r.put("conversation", "auto")))),
        list(
            "no input_audio_buffer.clear is waiting",
            d -> d.without("input_audio_buffer.clear", 1)),
        barge("1 audio deltas of the cut response", d -> d.moved(AUDIO, 2, STARTED, 2)));
  }

  private static List<Spoilt> responses() {
    return Stream.of(SpoiltResponses.life(), SpoiltResponses.streams(), SpoiltResponses.ends())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Spoilt> numbers() {
    return List.of(
        text(
            "total_tokens is 99",
            d -> d.with("response.done", 1, at("/response/usage", u -> u.put("total_tokens", 99)))),
        text(
            "output_tokens is 8",
            d ->
                d.with(
                    "response.done",
                    1,
                    at("/response/usage/output_token_details", u -> u.put("text_tokens", 7)))),
        text(
            "input_tokens is 30",
            d ->
                d.with(
                    "response.done",
                    1,
                    at("/response/usage/input_token_details", u -> u.put("audio_tokens", 0)))),
        text(
            "cached_tokens is 17",
            d ->
                d.with(
                    "response.done",
                    1,
                    at("/response/usage/input_token_details", u -> u.put("cached_tokens", 17)))),
        text(
            "part of the input_tokens",
            d -> d.with("response.done", 1, at("/response/usage", u -> u.put("input_tokens", 15)))),
        text(
            "there is no limit",
            d ->
                d.with(
                    "rate_limits.updated", 1, at("/rate_limits/0", l -> l.put("name", "minutes")))),
        text(
            "is told twice",
            d ->
                d.with(
                    "rate_limits.updated", 1, at("/rate_limits/0", l -> l.put("name", "tokens")))),
        text(
            "more of requests remains",
            d ->
                d.with(
                    "rate_limits.updated",
                    1,
                    at("/rate_limits/0", l -> l.put("remaining", 1_001)))));
  }

  static Spoilt text(String complaint, UnaryOperator<Dialogue> how) {
    return spoilt("text-turn", complaint, how);
  }

  static Spoilt turn(String complaint, UnaryOperator<Dialogue> how) {
    return spoilt("audio-turn", complaint, how);
  }

  static Spoilt calls(String complaint, UnaryOperator<Dialogue> how) {
    return spoilt("function-calls", complaint, how);
  }

  static Spoilt barge(String complaint, UnaryOperator<Dialogue> how) {
    return spoilt("barge-in", complaint, how);
  }

  private static Spoilt list(String complaint, UnaryOperator<Dialogue> how) {
    return spoilt("items", complaint, how);
  }

  static Spoilt spoilt(String name, String complaint, UnaryOperator<Dialogue> how) {
    return new Spoilt(complaint, how.apply(Dialogue.read(name)));
  }

  /** Changes an object inside of a frame. */
  static Consumer<ObjectNode> at(String where, Consumer<ObjectNode> change) {
    return frame -> change.accept((ObjectNode) frame.at(where));
  }

  @Override
  public String toString() {
    return complaint;
  }
}
