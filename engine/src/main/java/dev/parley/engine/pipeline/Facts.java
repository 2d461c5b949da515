package dev.parley.engine.pipeline;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.playout.PlayoutFact;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.time.CallClock;
import org.apache.pekko.actor.typed.ActorRef;

/** Tells a session what passes in its stream, with the time at which it passed. */
final class Facts {

  /** A second, in which a cold program catches up. */
  private static final int FIRST_FRAMES = 50;

  private final ActorRef<SessionCommand> session;
  private final CallClock clock;
  private int framesSeen;

  Facts(ActorRef<SessionCommand> session, CallClock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** At the door: when the caller's audio began. */
  void ofDoor(Inbound frame) {
    if (framesSeen < FIRST_FRAMES && frame instanceof Captured audio) {
      framesSeen++;
      clock.align(audio.end());
    }
  }

  /** On the way to the model. */
  void ofCaller(Frame frame) {
    if (frame instanceof Signal fact) {
      session.tell(new SessionCommand.FromCaller(fact, clock.now()));
    }
  }

  /** On the way from the model. */
  void ofModel(Frame frame) {
    if (frame instanceof Signal fact) {
      session.tell(new SessionCommand.FromModel(fact, clock.now()));
    }
  }

  /** At the playout. */
  void ofPlayout(PlayoutFact fact) {
    session.tell(new SessionCommand.FromPlayout(fact, clock.now()));
  }
}
