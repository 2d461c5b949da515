package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What a {@link Mind} cannot do itself: wait, and compute for long. */
interface Hands {

  /** Calls {@link Mind#thought} after this time. */
  void think(Epoch epoch, Duration time);

  /** See {@link Desk#elsewhere}. */
  <T> void elsewhere(
      Callable<? extends T> job, Consumer<? super T> then, Consumer<? super Throwable> failed);
}
