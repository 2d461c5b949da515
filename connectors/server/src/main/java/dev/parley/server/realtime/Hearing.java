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

  private static final String VAD = "vad";
  private static final String TURNS = "turns";

  Stage<Inbound> vad(SessionConfig config) {
    return Vad.with(detectors, listening(config).vad()).named(VAD);
  }

  Stage<Inbound> turns(SessionConfig config) {
    return TurnDetector.silence(listening(config).turns()).named(TURNS);
  }

  /** The commands that make the rooms of a running call hear otherwise. */
  List<SessionCommand> changes(SessionConfig before, SessionConfig after) {
    Listening then = listening(before);
    Listening now = listening(after);
    List<SessionCommand> commands = new ArrayList<>();
    if (!now.vad().equals(then.vad())) {
      commands.add(new SessionCommand.Tune(VAD, now.vad()));
    }
    if (!now.turns().equals(then.turns())) {
      commands.add(new SessionCommand.Tune(TURNS, now.turns()));
    }
    return commands;
  }

  private Listening listening(SessionConfig config) {
    return Listening.of(config.input().turnDetection(), detectors.settings());
  }
}
