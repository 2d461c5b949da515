package dev.parley.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of all events that the server may send, strict: nothing may be missing, and nothing
 * may be there that the contract does not know. Safe for any thread.
 */
public final class FrameSchemas {

  /** Every event of a realtime or transcription session over WebSocket. */
  public static final List<String> TYPES =
      List.of(
          "session.created",
          "session.updated",
          "conversation.created",
          "conversation.item.added",
          "conversation.item.done",
          "conversation.item.retrieved",
          "conversation.item.deleted",
          "conversation.item.truncated",
          "conversation.item.input_audio_transcription.delta",
          "conversation.item.input_audio_transcription.completed",
          "conversation.item.input_audio_transcription.failed",
          "input_audio_buffer.committed",
          "input_audio_buffer.cleared",
          "input_audio_buffer.speech_started",
          "input_audio_buffer.speech_stopped",
          "input_audio_buffer.timeout_triggered",
          "response.created",
          "response.done",
          "response.output_item.added",
          "response.output_item.done",
          "response.content_part.added",
          "response.content_part.done",
          "response.output_text.delta",
          "response.output_text.done",
          "response.output_audio.delta",
          "response.output_audio.done",
          "response.output_audio_transcript.delta",
          "response.output_audio_transcript.done",
          "response.function_call_arguments.delta",
          "response.function_call_arguments.done",
          "rate_limits.updated",
          "error");

  private static final String HOME = "https://parley.dev/schemas/";

  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder -> builder.schemaMappers(all -> all.mapPrefix(HOME, "classpath:schemas/")));
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** Says in sentences what is wrong with a frame of the server; nothing if all is well. */
  public List<String> check(JsonNode frame) {
    String type = frame.path("type").asText();
    if (!TYPES.contains(type)) {
      return List.of("the server sends no event of type \"" + type + "\"");
    }
    return schema(type).validate(frame).stream()
        .map(ValidationMessage::getMessage)
        .map(message -> type + " " + message)
        .toList();
  }

  private JsonSchema schema(String type) {
    return schemas.computeIfAbsent(
        type, name -> factory.getSchema(SchemaLocation.of(HOME + name + ".json")));
  }
}
