package dev.parley.wire.session;

import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import java.util.List;
import java.util.OptionalInt;

/** Reads the values that a session and a single response have in common; names are of fields. */
public final class SettingsReader {

  /** UTF-8 bytes of a system prompt. */
  public static final int MAX_INSTRUCTIONS = 256 << 10;

  private static final int MAX_TOKENS = 4_096;
  private static final int MAX_NAME = 128;
  private static final int MAX_VARIABLES = 64 << 10;
  private static final List<String> FORMAT_FIELDS = List.of(Field.TYPE, Field.RATE);
  private static final List<String> PROMPT_FIELDS =
      List.of(Field.ID, Field.VERSION, Field.VARIABLES);

  private SettingsReader() {}

  public static String instructions(JsonIn in) {
    return in.text(Field.INSTRUCTIONS, MAX_INSTRUCTIONS);
  }

  public static Modality modality(JsonIn in) {
    List<String> words = in.texts(Field.OUTPUT_MODALITIES, /* most= */ 8);
    if (words.size() == 1) {
      for (Modality modality : Modality.values()) {
        if (modality.word().equals(words.getFirst())) {
          return modality;
        }
      }
    }
    throw in.refuse(
        Field.OUTPUT_MODALITIES,
        "Invalid '%s'. Supported combinations are: ['audio'] and ['text'].");
  }

  public static AudioFormatSpec format(JsonIn in) {
    JsonIn fields = in.object(Field.FORMAT).only(FORMAT_FIELDS);
    AudioFormatSpec format = fields.choice(Field.TYPE, AudioFormatSpec.values());
    fields.given(Field.RATE, name -> fields.integer(name, format.rate(), format.rate()));
    return format;
  }

  public static Voice voice(JsonIn in) {
    if (in.isText(Field.VOICE)) {
      String name = in.line(Field.VOICE, MAX_NAME);
      if (name.isBlank()) {
        throw in.refuse(Field.VOICE, "Invalid '%s': name a voice.");
      }
      return Voice.named(name);
    }
    JsonIn custom = in.object(Field.VOICE).only(List.of(Field.ID));
    return new Voice(custom.id(Field.ID), /* custom= */ true);
  }

  public static TokenLimit tokenLimit(JsonIn in) {
    String name = Field.MAX_OUTPUT_TOKENS;
    if (in.isText(name)) {
      if (!in.text(name).equals(SettingsWriter.UNLIMITED)) {
        throw in.refuse(name, "Invalid '%s': expected an integer from 1 to 4096, or 'inf'.");
      }
      return TokenLimit.none();
    }
    return new TokenLimit(OptionalInt.of(in.integer(name, 1, MAX_TOKENS)));
  }

  /** The field {@code reasoning}. */
  public static Effort effort(JsonIn in) {
    return in.object(Field.REASONING)
        .only(List.of(Field.EFFORT))
        .choice(Field.EFFORT, Effort.values());
  }

  public static Prompt prompt(JsonIn in) {
    JsonIn prompt = in.object(Field.PROMPT).only(PROMPT_FIELDS);
    return new Prompt(
        prompt.line(Field.ID, MAX_NAME),
        prompt.given(Field.VERSION, name -> prompt.line(name, MAX_NAME)),
        prompt.given(Field.VARIABLES, name -> prompt.raw(name, MAX_VARIABLES)));
  }
}
