package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import org.jspecify.annotations.Nullable;

/** Text, word by word. */
final class WrittenPart implements ReplyPart {

  private final Epoch epoch;
  private final int number;
  private final String text;
  private final int end;
  private int told;

  /**
   * @param limit how many letters it may have
   */
  WrittenPart(Epoch epoch, int number, String text, long limit) {
    this.epoch = epoch;
    this.number = number;
    this.text = text;
    this.end = Letters.cut(text, limit);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public ReplySignal.Kind kind() {
    return ReplySignal.Kind.TEXT;
  }

  @Override
  public @Nullable Outbound poll() {
    if (told == end) {
      return null;
    }
    int to = Letters.endOfWord(text, told, end);
    String word = text.substring(told, to);
    told = to;
    return new ReplySignal.TextDelta(epoch, number, word);
  }

  @Override
  public boolean isOver() {
    return told == end;
  }

  @Override
  public boolean isHalfDone() {
    return told >= text.length() - told;
  }

  @Override
  public boolean isCut() {
    return end < text.length();
  }

  @Override
  public long tokens() {
    return Tokens.ofLetters(told);
  }
}
