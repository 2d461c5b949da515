package dev.parley.engine.script;

import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a reply in the making: what lies between its {@code PartStarted} and its {@code
 * PartEnded}. Knows neither time nor threads; one owner.
 */
sealed interface ReplyPart permits SpokenPart, PlayedPart, WrittenPart, CallPart {

  /** Which part of its reply it is, from 0. */
  int number();

  ReplySignal.Kind kind();

  /** What somebody else has to do for it now; it counts as begun. */
  default Optional<Errand> errand() {
    return Optional.empty();
  }

  /** From now on it may be heard. */
  default void begin() {}

  /** The next frame, or null if none is ready. */
  @Nullable Outbound poll();

  /** Whether nothing is left and nothing will come. */
  boolean isOver();

  /** Whether at least half of it has left. */
  boolean isHalfDone();

  /** Once it is over: whether it would have gone on, had its reply been allowed more tokens. */
  boolean isCut();

  /** Tokens of it so far; see {@link Tokens}. */
  long tokens();
}
