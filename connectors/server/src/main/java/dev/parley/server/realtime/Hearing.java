package dev.parley.server.realtime;

import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.stage.Stage;
import dev.parley.wire.session.SessionConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The rooms that find the caller's turns, and how a session's settings change them, on and off
 * included.
 *
 * @param detectors hear speech begin and stop
 */
record Hearing(SpeechDetectors detectors) {

  Stage<Inbound> vad(SessionConfig config) {
    return Vad.with(detectors, listening(config).vad()).named(Rooms.VAD);
  }

  Stage<Inbound> turns(SessionConfig config) {
    return TurnDetector.silence(listening(config).turns()).named(Rooms.TURNS);
  }

  /** How a session's rooms begin. */
  Rooms rooms(SessionConfig config) {
    Listening begins = listening(config);
    return new Rooms(detectors.name(), begins.vad(), begins.turns(), CallTuning.tempo(config));
  }

  /** The commands that make the rooms of a running call hear otherwise. */
  List<SessionCommand> changes(SessionConfig before, SessionConfig after) {
    Listening then = listening(before);
    Listening now = listening(after);
    List<SessionCommand> commands = new ArrayList<>();
    if (!now.vad().equals(then.vad())) {
      commands.add(new SessionCommand.Tune(Rooms.VAD, now.vad()));
    }
    if (!now.turns().equals(then.turns())) {
      commands.add(new SessionCommand.Tune(Rooms.TURNS, now.turns()));
    }
    return commands;
  }

  private Listening listening(SessionConfig config) {
    return Listening.of(config.input().turnDetection(), detectors.settings());
  }
}
