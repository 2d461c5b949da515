package dev.parley.server.realtime;

import dev.parley.audio.tempo.TempoSettings;
import dev.parley.engine.session.SessionCommand;
import dev.parley.wire.session.SessionConfig;
import java.util.ArrayList;
import java.util.List;

/** A change of settings as the commands that bring it about: none for what stays as it was. */
record CallTuning(Hearing hearing) implements Tuning {

  @Override
  public List<SessionCommand> of(SessionConfig before, SessionConfig after) {
    List<SessionCommand> commands = new ArrayList<>();
    if (!TurnTaking.policy(before).equals(TurnTaking.policy(after))) {
      commands.add(new SessionCommand.Repolicy(TurnTaking.policy(after)));
    }
    if (!Briefing.of(before).equals(Briefing.of(after))) {
      commands.add(new SessionCommand.Configure(Briefing.of(after)));
    }
    if (!tempo(before).equals(tempo(after))) {
      commands.add(new SessionCommand.Tune(Rooms.TEMPO, tempo(after)));
    }
    commands.addAll(hearing.changes(before, after));
    return commands;
  }

  static TempoSettings tempo(SessionConfig config) {
    return new TempoSettings(config.output().speed());
  }
}
