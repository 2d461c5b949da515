package dev.parley.wire.item;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import java.util.List;
import java.util.Optional;

/** Reads the parts of a client's message; which there may be depends on who speaks. */
final class ContentReader {

  private static final List<String> OF_USER =
      List.of(Types.INPUT_TEXT, Types.INPUT_AUDIO, Types.INPUT_IMAGE);
  private static final List<String> OF_SYSTEM = List.of(Types.INPUT_TEXT);
  private static final List<String> OF_ASSISTANT = List.of(Types.OUTPUT_TEXT, Types.OUTPUT_AUDIO);

  private static final List<String> TEXT_FIELDS = List.of(Field.TYPE, Field.TEXT);
  private static final List<String> AUDIO_FIELDS =
      List.of(Field.TYPE, Field.AUDIO, Field.TRANSCRIPT);
  private static final List<String> IMAGE_FIELDS =
      List.of(Field.TYPE, Field.IMAGE_URL, Field.DETAIL);

  private ContentReader() {}

  static Content read(JsonIn part, Role role) {
    String type = part.text(Field.TYPE);
    List<String> supported =
        switch (role) {
          case USER -> OF_USER;
          case SYSTEM -> OF_SYSTEM;
          case ASSISTANT -> OF_ASSISTANT;
        };
    if (!supported.contains(type)) {
      throw new WireException(WireError.unsupportedValue(part.path(Field.TYPE), type, supported));
    }
    return switch (type) {
      case Types.INPUT_TEXT -> new Content.InputText(text(part));
      case Types.INPUT_AUDIO -> inputAudio(part.only(AUDIO_FIELDS));
      case Types.INPUT_IMAGE -> image(part.only(IMAGE_FIELDS));
      case Types.OUTPUT_TEXT -> new Content.OutputText(text(part));
      default -> outputAudio(part.only(AUDIO_FIELDS));
    };
  }

  private static String text(JsonIn part) {
    return part.only(TEXT_FIELDS).text(Field.TEXT, Types.MAX_TEXT);
  }

  private static Content inputAudio(JsonIn part) {
    return new Content.InputAudio(
        part.given(Field.AUDIO, name -> audio(part, name)),
        part.given(Field.TRANSCRIPT, name -> part.text(name, Types.MAX_TEXT)));
  }

  private static AudioBytes audio(JsonIn part, String name) {
    return Base64Audio.read(part.text(name), part.path(name));
  }

  private static Content image(JsonIn part) {
    String url = part.text(Field.IMAGE_URL);
    if (!url.startsWith("data:image/png;base64,") && !url.startsWith("data:image/jpeg;base64,")) {
      throw part.refuse(
          Field.IMAGE_URL, "Invalid '%s': use a base64 data URI of a PNG or JPEG image.");
    }
    ImageDetail detail =
        part.given(Field.DETAIL, name -> part.choice(name, ImageDetail.values()))
            .orElse(ImageDetail.AUTO);
    return new Content.InputImage(url, detail);
  }

  private static Content outputAudio(JsonIn part) {
    if (part.has(Field.AUDIO) && !part.isNull(Field.AUDIO)) {
      throw part.refuse(
          Field.AUDIO, "Invalid '%s': audio of the assistant cannot be added. Add its transcript.");
    }
    String transcript =
        part.given(Field.TRANSCRIPT, name -> part.text(name, Types.MAX_TEXT)).orElse("");
    return new Content.OutputAudio(transcript, /* audio= */ Optional.empty());
  }
}
