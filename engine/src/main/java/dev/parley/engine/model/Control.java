package dev.parley.engine.model;

import java.util.concurrent.CompletionStage;

/**
 * The hand on a running model: what must not wait behind audio.
 *
 * <p>Commands take effect in the order in which they are sent, overtake all frames, and are safe
 * from any thread and after the end: then the answer is {@link Ack#GONE}. The stage never fails.
 */
@FunctionalInterface
public interface Control {
  CompletionStage<Ack> send(Command command);
}
