package dev.parley.engine.script;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.model.Delivery;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Makes the parts of one reply, one behind the other: in the form that the brief wants, and within
 * the tokens that it allows to all of them together.
 */
final class PartMaker {

  private final Epoch epoch;
  private final int rate;
  private final Calls calls;
  private final Output output;
  private long left;
  private int made;

  /**
   * @param rate samples a second of what is spoken
   */
  PartMaker(Epoch epoch, Brief brief, int rate, Calls calls) {
    this.epoch = epoch;
    this.rate = rate;
    this.calls = calls;
    output = brief.output();
    OptionalInt most = brief.mostTokens();
    left = most.isPresent() ? most.getAsInt() : Tokens.UNLIMITED;
  }

  Epoch epoch() {
    return epoch;
  }

  /** The next part. */
  ReplyPart make(Act act) {
    int number = made++;
    return switch (act) {
      case Act.Tell(String text, Delivery how) ->
          output == Output.TEXT
              ? written(number, text)
              : spoken(number, Phrases.of(text).iterator(), how, SpokenPart.AS_LONG_AS_IT_TAKES);
      case Act.Fill(Duration length, List<String> sentences) ->
          output == Output.TEXT
              ? written(number, Phrases.of(sentences, length))
              : spoken(
                  number,
                  Phrases.endless(sentences),
                  Delivery.plain(),
                  Position.samples(length, rate));
      case Act.Play(var audio) ->
          new PlayedPart(epoch, number, rate, audio, Tokens.samples(left, rate));
      case Act.Call call -> CallPart.with(epoch, number, call, calls, Tokens.letters(left));
      case Act.CallLater call -> CallPart.later(epoch, number, call, calls, Tokens.letters(left));
    };
  }

  private ReplyPart written(int number, String text) {
    return new WrittenPart(epoch, number, text, Tokens.letters(left));
  }

  private ReplyPart spoken(int number, Iterator<String> phrases, Delivery how, long length) {
    return new SpokenPart(epoch, number, rate, phrases, how, length, Tokens.samples(left, rate));
  }

  /** A part used up so many tokens. Says whether any are left. */
  boolean spend(long tokens) {
    if (left != Tokens.UNLIMITED) {
      left = Math.max(0, left - tokens);
    }
    return left > 0;
  }
}
