package dev.parley.engine.script;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.time.MediaClock;
import dev.parley.engine.time.Offload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/**
 * One phrase in the mouth of a voice, on another thread.
 *
 * <p>Audio is handed over as the voice makes it. In a virtual world it is handed over when the
 * voice has finished, which is the same instant there: what other threads say in between would come
 * in an order that differs from run to run.
 */
final class PhraseJob {

  /** Takes what comes of it, on the stage's thread. */
  interface Listener {

    void piece(Samples audio);

    /** The phrase is complete, and was this long. */
    void spoken(long samples);

    /** The voice broke down. */
    void failed();
  }

  private final StageCalls calls;
  private final Listener listener;
  private volatile boolean unwanted;
  private long samples; // written by the worker only, read when it is done

  PhraseJob(StageCalls calls, Listener listener) {
    this.calls = calls;
    this.listener = listener;
  }

  void start(ClassicActorSystemProvider system, Voice voice, String text, Delivery how) {
    List<Samples> held = new ArrayList<>();
    boolean virtual = MediaClock.isVirtual(system);
    Predicate<Samples> out =
        audio -> {
          samples += audio.count();
          if (virtual) {
            held.add(audio);
          } else {
            calls.run(() -> listener.piece(audio));
          }
          return !unwanted;
        };
    Offload.of(system)
        .submit(
            () -> {
              voice.speak(text, how, out);
              if (!virtual) { // from here, or the end could overtake the last piece
                calls.run(() -> listener.spoken(samples));
              }
              return held;
            })
        .whenComplete(
            (pieces, fault) -> {
              if (pieces == null || fault != null) {
                calls.run(listener::failed);
              } else if (virtual) {
                calls.run(() -> deliver(pieces));
              }
            });
  }

  /** Lets the voice stop at the next piece; what it still makes is thrown away. */
  void abandon() {
    unwanted = true;
  }

  private void deliver(List<Samples> pieces) {
    pieces.forEach(listener::piece);
    listener.spoken(samples);
  }
}
