package dev.parley.engine.dsp;

import dev.parley.engine.frame.AudioFormat;
import java.util.function.Consumer;

/**
 * What a stage does to one input, without any stream around it.
 *
 * <p>Order of calls: {@link #negotiate} once; then {@link #accept} any number of times and {@link
 * #flush} once at the end of the input; {@link #close} last. {@link #reset} returns to the state
 * right after {@code negotiate}. A kernel has one owner and is never called by two threads at once;
 * it does not block, read a clock or start a thread.
 *
 * <p>What is passed to {@code out} belongs to the receiver; what is passed in stays immutable.
 *
 * @param <I> what goes in
 * @param <O> what comes out
 */
public interface Kernel<I, O> {

  /**
   * Agrees on the audio format before anything flows and gets ready for it.
   *
   * @return what this kernel emits for such an input
   * @throws Refused if it cannot work on it
   */
  default AudioFormat negotiate(AudioFormat in) {
    return in;
  }

  /** Takes one input and hands on what it makes of it, which may be nothing. */
  void accept(I input, Consumer<? super O> out);

  /** Hands on what is still held back at the end of the input. */
  default void flush(Consumer<? super O> out) {}

  /** Forgets all input. */
  default void reset() {}

  /** Gives back what lies outside the heap. Called once and last, however the stream ended. */
  default void close() {}
}
