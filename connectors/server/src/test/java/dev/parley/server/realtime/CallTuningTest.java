package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.tempo.TempoSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.VadTuning;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.turn.TurnPolicy.Owner;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionPatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which commands a change of settings comes to. */
class CallTuningTest {

  private final CallTuning tuning = new CallTuning(new Hearing(EnergyDetector.energy()));

  private static SessionConfig with(SessionConfig before, String fields) {
    String json = "{'type':'realtime',%s}".formatted(fields).replace('\'', '"');
    return before.with(SessionPatch.parse(json).orThrow()).orThrow();
  }

  private List<SessionCommand> commands(String fields) {
    return tuning.of(Talk.config(), with(Talk.config(), fields));
  }

  @Test
  void nothingChanged_nothingToDo() {
    assertThat(commands("'tracing':'auto'")).isEmpty();
    assertThat(commands("'audio':{'input':{'turn_detection':{'type':'server_vad'}}}")).isEmpty();
  }

  @Test
  void instructions_areTheModels() {
    assertThat(commands("'instructions':'be brief'"))
        .singleElement()
        .isInstanceOfSatisfying(
            SessionCommand.Configure.class,
            configure -> assertThat(configure.brief().instructions()).isEqualTo("be brief"));
  }

  @Test
  void speed_isTheTempoRooms() {
    assertThat(commands("'audio':{'output':{'speed':1.5}}"))
        .containsExactly(new SessionCommand.Tune(Rooms.TEMPO, new TempoSettings(1.5)));
  }

  @Test
  void detectionTakenAway_switchesBothRoomsOffAndGivesTheTurnsToTheClient() {
    List<SessionCommand> commands = commands("'audio':{'input':{'turn_detection':null}}");
    assertThat(commands)
        .contains(
            new SessionCommand.Tune("vad", VadTuning.off()),
            new SessionCommand.Tune("turns", TurnTuning.off()))
        .hasSize(3);
    assertThat(commands.getFirst())
        .isInstanceOfSatisfying(
            SessionCommand.Repolicy.class,
            changed -> {
              assertThat(changed.policy().owner()).isEqualTo(Owner.CLIENT);
              assertThat(changed.policy().interruptResponse()).isFalse();
            });
  }

  @Test
  void detectionBack_isAsItWas() {
    SessionConfig off = with(Talk.config(), "'audio':{'input':{'turn_detection':null}}");
    SessionConfig on =
        with(off, "'audio':{'input':{'turn_detection':{'type':'server_vad','threshold':0.7}}}");
    assertThat(tuning.of(off, on))
        .hasSize(3)
        .doesNotContain(new SessionCommand.Tune("vad", VadTuning.off()));
  }

  @Test
  void createAndInterrupt_areThePolicys() {
    assertThat(
            commands(
                "'audio':{'input':{'turn_detection':{'type':'server_vad',"
                    + "'create_response':false,'interrupt_response':false}}}"))
        .singleElement()
        .isInstanceOfSatisfying(
            SessionCommand.Repolicy.class,
            changed -> {
              assertThat(changed.policy().owner()).isEqualTo(Owner.ENGINE);
              assertThat(changed.policy().createResponse()).isFalse();
              assertThat(changed.policy().interruptResponse()).isFalse();
            });
  }

  @Test
  void transcriptionSession_isNeverAnswered() {
    SessionConfig config = SessionConfig.transcription("sess_t", Talk.EXPIRY);
    assertThat(TurnTaking.policy(config).createResponse()).isFalse();
  }
}
