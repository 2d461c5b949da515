package dev.parley.recorder.file;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import java.util.Optional;

/** What is written down of a session: what passes its doors, and what it decides. */
public sealed interface Happening {

  /** The door gave a frame of the caller's. */
  record FromCaller(Inbound frame) implements Happening {}

  /** The door was given a frame for the caller. */
  record ToCaller(Outbound frame) implements Happening {}

  /** The far end has played what lay before a mark. */
  record MarkPassed(long mark) implements Happening {}

  /** The far end says how far it has played a part. */
  record Played(Epoch epoch, int part, Position until, double speed) implements Happening {}

  /**
   * The model was told something.
   *
   * @param n counts what it is told, from 1
   */
  record ToModel(long n, Command command) implements Happening {}

  /** The model has answered the command of that number. */
  record ModelAnswered(long n, Ack ack) implements Happening {}

  /** The model gave a frame. */
  record FromModel(Outbound frame) implements Happening {}

  /** The client or the application told the session something. */
  record ToSession(SessionCommand command) implements Happening {}

  /** The session decided something, or learned of it. */
  record Decided(CallEvent event) implements Happening {}

  /**
   * Nothing more comes this way.
   *
   * @param failure why, if the stream broke
   */
  record Over(Way way, Optional<String> failure) implements Happening {}

  /** The ways whose end is written down. */
  enum Way {
    /** The caller has hung up. */
    FROM_CALLER,
    /** The model hears nothing more. */
    TO_MODEL,
    /** The model gives nothing more. */
    FROM_MODEL
  }
}
