package dev.parley.server.realtime;

import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Usage;
import java.util.List;

/**
 * Counts tokens as OpenAI documents it: a tenth of a second of the caller's speech is one, a
 * twentieth of the model's; four characters of text are taken for one, since no tokenizer is asked.
 */
final class TokenCount {

  private static final int CALLER = AudioCodec.RATE / 10;
  private static final int MODEL = AudioCodec.RATE / 20;
  private static final int CHARACTERS = 4;

  /** What OpenAI documents for a picture of low detail. */
  private static final int IMAGE = 85;

  /** Text, speech and pictures, in tokens. */
  record Tokens(long text, long audio, long image) {
    static final Tokens NONE = new Tokens(0, 0, 0);

    Tokens plus(Tokens other) {
      return new Tokens(text + other.text, audio + other.audio, image + other.image);
    }

    long all() {
      return text + audio + image;
    }

    /** What of this had been read before, if that was read before. */
    Usage.Input after(Tokens before) {
      return new Usage.Input(
          text,
          audio,
          image,
          new Usage.Cached(
              Math.min(text, before.text),
              Math.min(audio, before.audio),
              Math.min(image, before.image)));
    }
  }

  private TokenCount() {}

  static long ofText(int characters) {
    return ((long) characters + CHARACTERS - 1) / CHARACTERS;
  }

  static long ofReply(long samples) {
    return (samples + MODEL - 1) / MODEL;
  }

  /** What an item costs to read. */
  static Tokens of(WireItem item, AudioLengths lengths) {
    return switch (item.body()) {
      case ItemBody.Message message -> {
        Tokens sum = Tokens.NONE;
        for (int i = 0; i < message.content().size(); i++) {
          sum = sum.plus(of(message.content().get(i), lengths.samples(item.id(), i)));
        }
        yield sum;
      }
      case ItemBody.FunctionCall call -> text(call.name() + call.arguments());
      case ItemBody.FunctionCallOutput output -> text(output.output());
    };
  }

  static Tokens of(List<WireItem> items, AudioLengths lengths) {
    return items.stream().map(item -> of(item, lengths)).reduce(Tokens.NONE, Tokens::plus);
  }

  private static Tokens of(Content content, long samples) {
    return switch (content) {
      case Content.InputText(String text) -> text(text);
      case Content.OutputText(String text) -> text(text);
      case Content.InputAudio audio -> new Tokens(0, (samples + CALLER - 1) / CALLER, 0);
      case Content.OutputAudio audio -> new Tokens(0, ofReply(samples), 0);
      case Content.InputImage image -> new Tokens(0, 0, IMAGE);
    };
  }

  private static Tokens text(String text) {
    return new Tokens(ofText(text.length()), 0, 0);
  }
}
