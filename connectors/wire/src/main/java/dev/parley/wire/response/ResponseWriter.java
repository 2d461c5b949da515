package dev.parley.wire.response;

import dev.parley.wire.error.WireError;
import dev.parley.wire.item.ItemWriter;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonOut;
import dev.parley.wire.session.SettingsWriter;
import java.util.Map;

/** Writes responses, their parts and what they used. */
public final class ResponseWriter {

  private ResponseWriter() {}

  /** The fields of a response. */
  public static void write(JsonOut out, Response response) {
    out.text(Field.ID, response.id());
    out.text(Field.OBJECT, "realtime.response");
    out.text(Field.STATUS, response.status());
    out.objectOrNull(Field.STATUS_DETAILS, response.details(), details -> details(out, details));
    out.objects(
        Field.OUTPUT,
        response.output(),
        item -> ItemWriter.write(out, item, ItemWriter.Audio.LEFT_OUT));
    out.textOrNull(Field.CONVERSATION_ID, response.conversationId());
    SettingsWriter.modality(out, response.outputModality());
    SettingsWriter.tokenLimit(out, response.maxOutputTokens());
    out.object(
        Field.AUDIO,
        audio ->
            audio.object(
                Field.OUTPUT,
                output -> {
                  SettingsWriter.format(output, response.outputFormat());
                  SettingsWriter.voice(output, response.voice());
                }));
    out.objectOrNull(Field.USAGE, response.usage(), usage -> usage(out, usage));
    metadata(out, response.metadata());
  }

  /** The fields of what a client wants of a response. */
  public static void write(JsonOut out, ResponseParams params) {
    out.textIfAny(Field.INSTRUCTIONS, params.instructions());
    params.tools().ifPresent(tools -> SettingsWriter.tools(out, tools));
    params.toolChoice().ifPresent(choice -> SettingsWriter.toolChoice(out, choice));
    params.outputModality().ifPresent(modality -> SettingsWriter.modality(out, modality));
    if (params.outputFormat().isPresent() || params.voice().isPresent()) {
      out.object(
          Field.AUDIO,
          audio ->
              audio.object(
                  Field.OUTPUT,
                  output -> {
                    params.outputFormat().ifPresent(given -> SettingsWriter.format(output, given));
                    params.voice().ifPresent(given -> SettingsWriter.voice(output, given));
                  }));
    }
    params.maxOutputTokens().ifPresent(limit -> SettingsWriter.tokenLimit(out, limit));
    params.effort().ifPresent(effort -> SettingsWriter.effort(out, effort));
    params.parallelToolCalls().ifPresent(all -> out.bool(Field.PARALLEL_TOOL_CALLS, all));
    params
        .prompt()
        .ifPresent(
            prompt -> out.object(Field.PROMPT, fields -> SettingsWriter.prompt(fields, prompt)));
    if (params.outOfBand()) {
      out.text(Field.CONVERSATION, "none");
    }
    params
        .input()
        .ifPresent(items -> out.objects(Field.INPUT, items, item -> ItemWriter.write(out, item)));
    if (!params.metadata().isEmpty()) {
      metadata(out, params.metadata());
    }
  }

  /** The fields of a part. */
  public static void write(JsonOut out, Part part) {
    switch (part) {
      case Part.Audio(String transcript) -> {
        out.text(Field.TYPE, "audio");
        out.text(Field.TRANSCRIPT, transcript);
      }
      case Part.Text(String text) -> {
        out.text(Field.TYPE, "text");
        out.text(Field.TEXT, text);
      }
    }
  }

  private static void metadata(JsonOut out, Map<String, String> metadata) {
    if (metadata.isEmpty()) {
      out.none(Field.METADATA);
    } else {
      out.object(Field.METADATA, pairs -> metadata.forEach(pairs::text));
    }
  }

  private static void details(JsonOut out, StatusDetails details) {
    out.text(Field.TYPE, details.status());
    details.reason().ifPresent(reason -> out.text(Field.REASON, reason));
    details.error().ifPresent(error -> out.object(Field.ERROR, fields -> error(fields, error)));
  }

  private static void error(JsonOut out, WireError error) {
    out.text(Field.TYPE, error.type());
    out.textOrNull(Field.CODE, error.code());
    out.text(Field.MESSAGE, error.message());
  }

  private static void usage(JsonOut out, Usage usage) {
    out.number(Field.TOTAL_TOKENS, usage.tokens());
    out.number(Field.INPUT_TOKENS, usage.input().tokens());
    out.number(Field.OUTPUT_TOKENS, usage.output().tokens());
    out.object(Field.INPUT_TOKEN_DETAILS, fields -> input(fields, usage.input()));
    out.object(
        Field.OUTPUT_TOKEN_DETAILS,
        fields -> {
          fields.number(Field.TEXT_TOKENS, usage.output().textTokens());
          fields.number(Field.AUDIO_TOKENS, usage.output().audioTokens());
        });
  }

  private static void input(JsonOut out, Usage.Input input) {
    out.number(Field.TEXT_TOKENS, input.textTokens());
    out.number(Field.AUDIO_TOKENS, input.audioTokens());
    out.number(Field.IMAGE_TOKENS, input.imageTokens());
    out.number(Field.CACHED_TOKENS, input.cached().tokens());
    out.object(
        Field.CACHED_TOKENS_DETAILS,
        cached -> {
          cached.number(Field.TEXT_TOKENS, input.cached().textTokens());
          cached.number(Field.AUDIO_TOKENS, input.cached().audioTokens());
          cached.number(Field.IMAGE_TOKENS, input.cached().imageTokens());
        });
  }
}
