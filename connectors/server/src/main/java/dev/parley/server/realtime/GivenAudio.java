package dev.parley.server.realtime;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audio that a client gives within an item of its own, each content for itself. */
final class GivenAudio {

  private GivenAudio() {}

  /**
   * Why it cannot be taken.
   *
   * @param path of the item in its event
   */
  static Optional<WireError> refusal(String path, ItemBody body, AudioFormatSpec format) {
    List<Content> content = body instanceof ItemBody.Message m ? m.content() : List.of();
    for (int i = 0; i < content.size(); i++) {
      int bytes = bytes(content.get(i)).map(AudioBytes::length).orElse(0);
      if (bytes % format.bytesPerSample() != 0) {
        return Optional.of(
            WireError.invalidValue(
                "%s.content[%d].audio".formatted(path, i),
                "The item's audio is no whole number of samples. Send whole samples."));
      }
    }
    return Optional.empty();
  }

  /**
   * Puts an item's audio into a store.
   *
   * @return what is shown of the item: all but its audio
   */
  static ItemBody putAside(String id, ItemBody body, AudioFormatSpec format, AudioStore store) {
    if (!(body instanceof ItemBody.Message message)) {
      return body;
    }
    List<Content> shown = new ArrayList<>();
    for (Content content : message.content()) {
      int index = shown.size();
      bytes(content).ifPresent(bytes -> decode(id, index, bytes, format, store));
      shown.add(
          content instanceof Content.InputAudio audio
              ? new Content.InputAudio(Optional.empty(), audio.transcript())
              : content);
    }
    return new ItemBody.Message(message.role(), shown, message.phase());
  }

  private static void decode(
      String id, int content, AudioBytes bytes, AudioFormatSpec format, AudioStore store) {
    long length = (long) bytes.length() / format.bytesPerSample() * AudioCodec.RATE / format.rate();
    if (!store.couldKeep(length)) {
      store.count(id, content, format, length); // without the work of decoding it in vain
      return;
    }
    AudioCodec.Decoder decoder = new AudioCodec.Decoder(format);
    decoder.accept(bytes, samples -> store.append(id, content, format, samples));
    decoder.flush(samples -> store.append(id, content, format, samples));
  }

  private static Optional<AudioBytes> bytes(Content content) {
    return content instanceof Content.InputAudio audio ? audio.audio() : Optional.empty();
  }
}
