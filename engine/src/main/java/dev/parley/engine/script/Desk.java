package dev.parley.engine.script;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What a session's stage does for its {@link Script}. For the script's own thread only, but for
 * what its jobs do.
 */
public interface Desk {

  /**
   * Has something done on another thread. In a virtual world it takes no time.
   *
   * @param then takes the result, on the script's thread; not called if the session has ended
   * @param failed takes what the job threw, on the script's thread
   */
  <T> void elsewhere(
      Callable<? extends T> job, Consumer<? super T> then, Consumer<? super Throwable> failed);

  /** More words of the turn that the caller is at; told if the brief wants a transcript. */
  void words(String more, Position at);

  /**
   * All words of the turn that ends there; told if the brief wants a transcript. Where no {@link
   * #words} of it were told, they are told one by one before.
   */
  void turn(String text, Position until);

  /** A fact, told before the next frame of any reply. */
  void tell(Signal signal);
}
