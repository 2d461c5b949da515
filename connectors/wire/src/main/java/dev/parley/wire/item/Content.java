package dev.parley.wire.item;

import dev.parley.wire.audio.AudioBytes;
import java.util.Optional;

/** A part of a message. In log lines there are lengths only. */
public sealed interface Content {

  /** Text of a user or of the system. */
  record InputText(String text) implements Content {
    @Override
    public String toString() {
      return "InputText[" + text.length() + " characters]";
    }
  }

  /**
   * Speech of a user.
   *
   * @param audio in the session's input format; empty when it is not kept, or not shown
   * @param transcript empty until a recogniser has written it
   */
  record InputAudio(Optional<AudioBytes> audio, Optional<String> transcript) implements Content {
    @Override
    public String toString() {
      return "InputAudio[audio=%s, transcript=%s]".formatted(audio, length(transcript));
    }
  }

  /**
   * An image of a user.
   *
   * @param imageUrl a data URI of PNG or JPEG; nothing is ever fetched
   */
  record InputImage(String imageUrl, ImageDetail detail) implements Content {
    @Override
    public String toString() {
      return "InputImage[" + imageUrl.length() + " characters, " + detail + "]";
    }
  }

  /** Text of the assistant. */
  record OutputText(String text) implements Content {
    @Override
    public String toString() {
      return "OutputText[" + text.length() + " characters]";
    }
  }

  /**
   * Speech of the assistant.
   *
   * @param transcript what is said; after a truncation, what was heard
   * @param audio in the format of its response; empty when it is not kept, or not shown
   */
  record OutputAudio(String transcript, Optional<AudioBytes> audio) implements Content {
    @Override
    public String toString() {
      return "OutputAudio[audio=%s, transcript=%d characters]"
          .formatted(audio, transcript.length());
    }
  }

  private static String length(Optional<String> text) {
    return text.map(some -> some.length() + " characters").orElse("none");
  }
}
