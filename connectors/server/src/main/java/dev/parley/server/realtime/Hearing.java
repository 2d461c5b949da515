package dev.parley.server.realtime;

import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import dev.parley.wire.session.SessionConfig;
import java.util.List;

/**
 * The room that finds the caller's turns, and how a session's settings change it.
 *
 * @param detectors hear speech begin and stop
 */
record Hearing(SpeechDetectors detectors) {

  private static final String STAGE = "listening";

  Stage<Inbound> stage(SessionConfig config) {
    return KernelStage.inbound(STAGE, () -> new ListeningKernel(detectors, setting(config)));
  }

  /** The commands that make the room of a running call hear otherwise. */
  List<SessionCommand> changes(SessionConfig before, SessionConfig after) {
    Listening.Setting setting = setting(after);
    return setting.equals(setting(before))
        ? List.of()
        : List.of(new SessionCommand.Tune(STAGE, setting));
  }

  private Listening.Setting setting(SessionConfig config) {
    return new Listening.Setting(
        config.input().turnDetection().map(how -> Listening.of(how, detectors.settings())));
  }
}
