package dev.parley.wire.session;

import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonOut;
import java.util.List;

/** Writes the values that a session and a response have in common, each with its field's name. */
public final class SettingsWriter {

  static final String UNLIMITED = "inf";
  static final String FUNCTION = "function";

  private SettingsWriter() {}

  public static void modality(JsonOut out, Modality modality) {
    out.texts(Field.OUTPUT_MODALITIES, List.of(modality.word()));
  }

  public static void format(JsonOut out, AudioFormatSpec format) {
    out.object(
        Field.FORMAT,
        fields -> {
          fields.text(Field.TYPE, format);
          if (format == AudioFormatSpec.PCM) {
            fields.number(Field.RATE, format.rate());
          }
        });
  }

  public static void voice(JsonOut out, Voice voice) {
    if (voice.custom()) {
      out.object(Field.VOICE, fields -> fields.text(Field.ID, voice.name()));
    } else {
      out.text(Field.VOICE, voice.name());
    }
  }

  public static void tokenLimit(JsonOut out, TokenLimit limit) {
    limit
        .most()
        .ifPresentOrElse(
            most -> out.number(Field.MAX_OUTPUT_TOKENS, (long) most),
            () -> out.text(Field.MAX_OUTPUT_TOKENS, UNLIMITED));
  }

  public static void tools(JsonOut out, List<Tool> tools) {
    out.objects(
        Field.TOOLS,
        tools,
        tool -> {
          out.text(Field.TYPE, FUNCTION);
          out.text(Field.NAME, tool.name());
          out.text(Field.DESCRIPTION, tool.description());
          out.raw(Field.PARAMETERS, tool.parameters());
        });
  }

  public static void toolChoice(JsonOut out, ToolChoice choice) {
    switch (choice) {
      case ToolChoice.Mode mode -> out.text(Field.TOOL_CHOICE, mode);
      case ToolChoice.Function(String name) ->
          out.object(
              Field.TOOL_CHOICE,
              fields -> {
                fields.text(Field.TYPE, FUNCTION);
                fields.text(Field.NAME, name);
              });
    }
  }

  public static void effort(JsonOut out, Effort effort) {
    out.object(Field.REASONING, fields -> fields.text(Field.EFFORT, effort));
  }

  /** The fields of a prompt, without its name. */
  public static void prompt(JsonOut out, Prompt prompt) {
    out.text(Field.ID, prompt.id());
    out.textIfAny(Field.VERSION, prompt.version());
    prompt.variables().ifPresent(variables -> out.raw(Field.VARIABLES, variables));
  }
}
