package dev.parley.wire.item;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.item.Content.InputAudio;
import dev.parley.wire.item.Content.InputImage;
import dev.parley.wire.item.Content.InputText;
import dev.parley.wire.item.Content.OutputAudio;
import dev.parley.wire.item.Content.OutputText;
import dev.parley.wire.item.InputItem.NewItem;
import dev.parley.wire.item.InputItem.Reference;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonOut;
import java.util.List;
import java.util.Optional;

/**
 * Writes items. The official clients are strict here: fields that an item has not are left out and
 * never null, but {@code input_audio} always has its {@code transcript}, if need be null.
 */
public final class ItemWriter {

  /** What becomes of the audio in an item. */
  public enum Audio {
    /** No field at all: everywhere but in the answer to a retrieve. */
    LEFT_OUT,
    /** Base64, or null when it is not kept any more. */
    SHOWN
  }

  private ItemWriter() {}

  /** The fields of an item of the server. */
  public static void write(JsonOut out, WireItem item, Audio audio) {
    out.text(Field.ID, item.id());
    out.text(Field.OBJECT, "realtime.item");
    type(out, item.body());
    out.text(Field.STATUS, item.status());
    body(out, item.body(), audio);
  }

  /** The fields of an item as a client sends it, with all its audio. */
  public static void write(JsonOut out, InputItem item) {
    switch (item) {
      case NewItem(Optional<String> id, ItemBody body) -> {
        out.textIfAny(Field.ID, id);
        type(out, body);
        body(out, body, Audio.SHOWN);
      }
      case Reference(String id) -> {
        out.text(Field.ID, id);
        out.text(Field.TYPE, Types.REFERENCE);
      }
    }
  }

  private static void type(JsonOut out, ItemBody body) {
    out.text(
        Field.TYPE,
        switch (body) {
          case ItemBody.Message message -> Types.MESSAGE;
          case ItemBody.FunctionCall call -> Types.FUNCTION_CALL;
          case ItemBody.FunctionCallOutput output -> Types.FUNCTION_CALL_OUTPUT;
        });
  }

  private static void body(JsonOut out, ItemBody body, Audio audio) {
    switch (body) {
      case ItemBody.Message(Role role, List<Content> parts, Optional<Phase> phase) -> {
        out.text(Field.ROLE, role);
        out.objects(Field.CONTENT, parts, part -> content(out, part, audio));
        phase.ifPresent(known -> out.text(Field.PHASE, known));
      }
      case ItemBody.FunctionCall(String callId, String name, String arguments) -> {
        out.text(Field.CALL_ID, callId);
        out.text(Field.NAME, name);
        out.text(Field.ARGUMENTS, arguments);
      }
      case ItemBody.FunctionCallOutput(String callId, String output) -> {
        out.text(Field.CALL_ID, callId);
        out.text(Field.OUTPUT, output);
      }
    }
  }

  private static void content(JsonOut out, Content content, Audio audio) {
    switch (content) {
      case InputText(String text) -> {
        out.text(Field.TYPE, Types.INPUT_TEXT);
        out.text(Field.TEXT, text);
      }
      case InputAudio(Optional<AudioBytes> bytes, Optional<String> transcript) -> {
        out.text(Field.TYPE, Types.INPUT_AUDIO);
        out.textOrNull(Field.TRANSCRIPT, transcript);
        audio(out, bytes, audio);
      }
      case InputImage(String url, ImageDetail detail) -> {
        out.text(Field.TYPE, Types.INPUT_IMAGE);
        out.text(Field.IMAGE_URL, url);
        out.text(Field.DETAIL, detail);
      }
      case OutputText(String text) -> {
        out.text(Field.TYPE, Types.OUTPUT_TEXT);
        out.text(Field.TEXT, text);
      }
      case OutputAudio(String transcript, Optional<AudioBytes> bytes) -> {
        out.text(Field.TYPE, Types.OUTPUT_AUDIO);
        out.text(Field.TRANSCRIPT, transcript);
        audio(out, bytes, audio);
      }
    }
  }

  private static void audio(JsonOut out, Optional<AudioBytes> bytes, Audio audio) {
    if (audio == Audio.SHOWN) {
      out.textOrNull(Field.AUDIO, bytes.map(Base64Audio::text));
    }
  }
}
