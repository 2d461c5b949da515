package dev.parley.conformance.order;

import static dev.parley.conformance.order.Spoilt.at;
import static dev.parley.conformance.order.Spoilt.barge;
import static dev.parley.conformance.order.Spoilt.calls;
import static dev.parley.conformance.order.Spoilt.spoilt;
import static dev.parley.conformance.order.Spoilt.text;
import static dev.parley.conformance.order.Spoilt.turn;

import java.util.List;

/** Responses that go wrong, one rule each. */
final class SpoiltResponses {

  private static final String CREATED = "response.created";
  private static final String DONE = "response.done";
  private static final String ITEM = "response.output_item.added";
  private static final String ITEM_DONE = "response.output_item.done";
  private static final String PART = "response.content_part.added";
  private static final String PART_DONE = "response.content_part.done";
  private static final String WORD = "response.output_text.delta";
  private static final String WORDS = "response.output_text.done";
  private static final String AUDIO = "response.output_audio.delta";
  private static final String AUDIO_DONE = "response.output_audio.done";
  private static final String SAID = "response.output_audio_transcript.delta";
  private static final String ARGUMENTS = "response.function_call_arguments.delta";
  private static final String ARGUMENTS_DONE = "response.function_call_arguments.done";

  private SpoiltResponses() {}

  /** From created to done, and one at a time. */
  static List<Spoilt> life() {
    return List.of(
        text("no response \"resp_1\" was created", d -> d.without(CREATED, 1)),
        text("was created before", d -> d.twice(CREATED, 1)),
        text(
            "a response begins in_progress",
            d -> d.with(CREATED, 1, at("/response", r -> r.put("status", "completed")))),
        text(
            "begins without output",
            d -> d.with(CREATED, 1, at("/response", r -> r.putArray("output").addObject()))),
        text(
            "begins without usage",
            d -> d.with(CREATED, 1, at("/response", r -> r.putObject("usage")))),
        text("may come behind response.done", d -> d.moved(ITEM_DONE, 1, DONE, 1)),
        text("the response was done before", d -> d.twice(DONE, 1)),
        turn("another response is active", d -> d.moved(CREATED, 2, CREATED, 1)),
        turn(
            "one conversation only",
            d -> d.with(CREATED, 2, at("/response", r -> r.put("conversation_id", "conv_2")))),
        text(
            "conversation_id has changed",
            d -> d.with(DONE, 1, at("/response", r -> r.putNull("conversation_id")))),
        spoilt(
            "out-of-band",
            "metadata has changed",
            d -> d.with(DONE, 1, at("/response", r -> r.putNull("metadata")))),
        spoilt(
            "out-of-band",
            "is out of band and no item",
            d ->
                d.with("conversation.item.added", 2, at("/item", i -> i.put("id", "item_s1")))
                    .moved("conversation.item.added", 2, WORD, 1)),
        calls(
            "conversation.item.added must come first",
            d -> d.moved("conversation.item.added", 2, PART, 1)),
        calls(
            "conversation.item.done of item_a1 is missing",
            d -> d.without("conversation.item.done", 2)));
  }

  /** Items, parts and deltas inside of one another. */
  static List<Spoilt> streams() {
    return List.of(
        text("output_index must be 0", d -> d.with(ITEM, 1, f -> f.put("output_index", 1))),
        text(
            "no item item_a1 was added at output_index 1",
            d -> d.with(PART, 1, f -> f.put("output_index", 1))),
        text("no item item_x was added", d -> d.with(WORD, 1, f -> f.put("item_id", "item_x"))),
        text(
            "an item begins in_progress",
            d -> d.with(ITEM, 1, at("/item", i -> i.put("status", "completed")))),
        text(
            "begins without content",
            d -> d.with(ITEM, 1, at("/item", i -> i.putArray("content").addObject()))),
        calls(
            "a call begins without arguments",
            d -> d.with(ITEM, 2, at("/item", i -> i.put("arguments", "{}")))),
        calls(
            "an item begins in_progress",
            d -> d.with(ITEM, 2, at("/item", i -> i.put("status", "completed")))),
        calls(
            "a call has no content parts",
            d ->
                d.with(PART, 1, f -> f.put("item_id", "item_f1").put("output_index", 1))
                    .moved(PART, 1, ARGUMENTS, 1)),
        text("content_index must be 0", d -> d.with(PART, 1, f -> f.put("content_index", 1))),
        text("no part 0 was added", d -> d.without(PART, 1)),
        text("behind their done", d -> d.moved(WORD, 2, WORDS, 1)),
        text("behind its done", d -> d.moved(WORD, 2, PART_DONE, 1)),
        text("of an item may come behind its done", d -> d.moved(PART_DONE, 1, ITEM_DONE, 1)),
        text(
            "the response is to be text",
            d ->
                d.with(PART, 1, at("/part", p -> p.put("type", "audio")))
                    .with(WORD, 1, f -> f.put("type", AUDIO))),
        turn(
            "does not belong into such a part",
            d -> d.with(PART, 1, at("/part", p -> p.put("type", "text")))),
        turn("is not base64", d -> d.with(AUDIO, 1, f -> f.put("delta", "?"))),
        turn("behind output_audio.done", d -> d.moved(AUDIO, 2, AUDIO_DONE, 1)),
        turn("the audio was done before", d -> d.twice(AUDIO_DONE, 1)),
        text("the words were done before", d -> d.twice(WORDS, 1)),
        calls(
            "the call's id has changed",
            d -> d.with(ARGUMENTS, 1, f -> f.put("call_id", "call_9"))),
        calls(
            "only a call has arguments",
            d ->
                d.with(ARGUMENTS, 1, f -> f.put("item_id", "item_a1").put("output_index", 0))
                    .moved(ARGUMENTS, 1, SAID, 1)),
        calls("arguments may not come behind", d -> d.moved(ARGUMENTS, 2, ARGUMENTS_DONE, 1)),
        calls(
            "name of the tool has changed",
            d -> d.with(ARGUMENTS_DONE, 1, f -> f.put("name", "x"))),
        calls(
            "arguments are not what the deltas make",
            d -> d.with(ARGUMENTS_DONE, 1, f -> f.put("arguments", "{}"))));
  }

  /** What must be whole before the end, and what the end must tell. */
  static List<Spoilt> ends() {
    return List.of(
        text(
            "text is not what the deltas make", d -> d.with(WORDS, 1, f -> f.put("text", "Good."))),
        text("the part's words are not done", d -> d.without(WORDS, 1)),
        turn("the part's audio is not done", d -> d.without(AUDIO_DONE, 1)),
        text(
            "the part changed its type",
            d -> d.with(PART_DONE, 1, at("/part", p -> p.put("type", "audio")))),
        text(
            "text is not what was streamed",
            d -> d.with(PART_DONE, 1, at("/part", p -> p.put("text", "Good.")))),
        text("the part was done before", d -> d.twice(PART_DONE, 1)),
        text("a part of item item_a1 is still open", d -> d.without(PART_DONE, 1)),
        calls("the call's arguments are not done", d -> d.without(ARGUMENTS_DONE, 1)),
        text(
            "is done is not in_progress",
            d -> d.with(ITEM_DONE, 1, at("/item", i -> i.put("status", "in_progress")))),
        text("the item was done before", d -> d.twice(ITEM_DONE, 1)),
        text(
            "role of item_a1 has changed",
            d -> d.with(ITEM_DONE, 1, at("/item", i -> i.put("role", "user")))),
        calls(
            "the call's arguments differ",
            d -> d.with(ITEM_DONE, 2, at("/item", i -> i.put("arguments", "{}")))),
        calls(
            "a call are a JSON object",
            d ->
                d.with(ARGUMENTS, 3, f -> f.put("delta", "1"))
                    .with(ARGUMENTS_DONE, 2, f -> f.put("arguments", "1"))
                    .with(ITEM_DONE, 3, at("/item", i -> i.put("arguments", "1")))),
        text(
            "the item has 1 parts",
            d -> d.with(ITEM_DONE, 1, at("/item", i -> i.putArray("content")))),
        text(
            "part 0 of item_a1 is not what was streamed",
            d -> d.with(ITEM_DONE, 1, at("/item/content/0", c -> c.put("type", "text")))),
        text("item item_a1 is still open", d -> d.without(ITEM_DONE, 1)),
        text(
            "output has 0 items of 1",
            d -> d.with(DONE, 1, at("/response", r -> r.putArray("output")))),
        text(
            "part 0 of item_a1 is not",
            d -> d.with(DONE, 1, at("/response/output/0/content/0", c -> c.put("text", "x")))),
        text(
            "completed items only",
            d -> d.with(DONE, 1, at("/response/output/0", i -> i.put("status", "incomplete")))),
        text(
            "is done is not in_progress",
            d -> d.with(DONE, 1, at("/response", r -> r.put("status", "in_progress")))),
        text("tells its usage", d -> d.with(DONE, 1, at("/response", r -> r.putNull("usage")))),
        barge(
            "must tell why it is cancelled",
            d -> d.with(DONE, 1, at("/response", r -> r.putNull("status_details")))),
        spoilt("out-of-band", "has not cancelled anything", d -> d.without("response.cancel", 1)),
        spoilt(
            "out-of-band",
            "has not begun to speak",
            d ->
                d.with(
                    DONE,
                    2,
                    at("/response/status_details", s -> s.put("reason", "turn_detected")))),
        spoilt(
            "barge-in",
            "interrupts nothing out of band",
            d ->
                d.with(CREATED, 1, at("/response", r -> r.putNull("conversation_id")))
                    .with(DONE, 1, at("/response", r -> r.putNull("conversation_id")))));
  }
}
