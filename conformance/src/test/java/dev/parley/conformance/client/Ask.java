package dev.parley.conformance.client;

import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.models.realtime.ConversationItemCreateEvent;
import com.openai.models.realtime.ConversationItemDeleteEvent;
import com.openai.models.realtime.ConversationItemRetrieveEvent;
import com.openai.models.realtime.ConversationItemTruncateEvent;
import com.openai.models.realtime.InputAudioBufferAppendEvent;
import com.openai.models.realtime.InputAudioBufferClearEvent;
import com.openai.models.realtime.InputAudioBufferCommitEvent;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeConversationItemFunctionCallOutput;
import com.openai.models.realtime.RealtimeConversationItemUserMessage;
import com.openai.models.realtime.RealtimeFunctionTool;
import com.openai.models.realtime.RealtimeResponseCreateParams;
import com.openai.models.realtime.RealtimeSessionCreateRequest;
import com.openai.models.realtime.ResponseCancelEvent;
import com.openai.models.realtime.ResponseCreateEvent;
import com.openai.models.realtime.SessionUpdateEvent;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a client asks, as openai-java's own builders make it. */
public final class Ask {

  private Ask() {}

  public static RealtimeClientEvent session(
      UnaryOperator<RealtimeSessionCreateRequest.Builder> how) {
    return RealtimeClientEvent.ofSessionUpdate(
        SessionUpdateEvent.builder()
            .session(how.apply(RealtimeSessionCreateRequest.builder()).build())
            .build());
  }

  /** A message of the user's in writing. */
  public static RealtimeClientEvent text(String words) {
    return RealtimeClientEvent.ofConversationItemCreate(
        ConversationItemCreateEvent.builder().item(user(words).build()).build());
  }

  /** The same, under an id and behind another item. */
  public static RealtimeClientEvent text(String id, String words, String behind) {
    return RealtimeClientEvent.ofConversationItemCreate(
        ConversationItemCreateEvent.builder()
            .item(user(words).id(id).build())
            .previousItemId(behind)
            .build());
  }

  private static RealtimeConversationItemUserMessage.Builder user(String words) {
    return RealtimeConversationItemUserMessage.builder()
        .addContent(
            RealtimeConversationItemUserMessage.Content.builder()
                .type(RealtimeConversationItemUserMessage.Content.Type.INPUT_TEXT)
                .text(words)
                .build());
  }

  /** What a tool answered. */
  public static RealtimeClientEvent output(String callId, String output) {
    return RealtimeClientEvent.ofConversationItemCreate(
        ConversationItemCreateEvent.builder()
            .item(
                RealtimeConversationItemFunctionCallOutput.builder()
                    .callId(callId)
                    .output(output)
                    .build())
            .build());
  }

  public static RealtimeClientEvent respond() {
    return RealtimeClientEvent.ofResponseCreate(ResponseCreateEvent.builder().build());
  }

  public static RealtimeClientEvent respond(
      UnaryOperator<RealtimeResponseCreateParams.Builder> how) {
    return RealtimeClientEvent.ofResponseCreate(
        ResponseCreateEvent.builder()
            .response(how.apply(RealtimeResponseCreateParams.builder()).build())
            .build());
  }

  public static RealtimeClientEvent cancel() {
    return RealtimeClientEvent.ofResponseCancel(ResponseCancelEvent.builder().build());
  }

  public static RealtimeClientEvent cancel(String responseId) {
    return RealtimeClientEvent.ofResponseCancel(
        ResponseCancelEvent.builder().responseId(responseId).build());
  }

  public static RealtimeClientEvent append(byte[] audio) {
    return RealtimeClientEvent.ofInputAudioBufferAppend(
        InputAudioBufferAppendEvent.builder()
            .audio(Base64.getEncoder().encodeToString(audio))
            .build());
  }

  public static RealtimeClientEvent commit() {
    return RealtimeClientEvent.ofInputAudioBufferCommit(
        InputAudioBufferCommitEvent.builder().build());
  }

  public static RealtimeClientEvent clear() {
    return RealtimeClientEvent.ofInputAudioBufferClear(
        InputAudioBufferClearEvent.builder().build());
  }

  public static RealtimeClientEvent truncate(String itemId, long audioEndMs) {
    return RealtimeClientEvent.ofConversationItemTruncate(
        ConversationItemTruncateEvent.builder()
            .itemId(itemId)
            .contentIndex(0)
            .audioEndMs(audioEndMs)
            .build());
  }

  public static RealtimeClientEvent retrieve(String itemId) {
    return RealtimeClientEvent.ofConversationItemRetrieve(
        ConversationItemRetrieveEvent.builder().itemId(itemId).build());
  }

  public static RealtimeClientEvent delete(String itemId) {
    return RealtimeClientEvent.ofConversationItemDelete(
        ConversationItemDeleteEvent.builder().itemId(itemId).build());
  }

  /** A tool that takes an order's code. */
  public static RealtimeFunctionTool orderStatus() {
    return RealtimeFunctionTool.builder()
        .type(RealtimeFunctionTool.Type.FUNCTION)
        .name("order_status")
        .description("Where an order is.")
        .parameters(
            JsonValue.from(
                Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("code", Map.of("type", "string")),
                    "required",
                    new String[] {"code"})))
        .build();
  }

  /** An event as its JSON says, read by openai-java and written by it again. */
  public static RealtimeClientEvent json(String text) {
    try {
      return ObjectMappers.jsonMapper().readValue(text, RealtimeClientEvent.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
