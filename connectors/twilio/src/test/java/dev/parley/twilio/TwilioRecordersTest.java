package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.testkit.SpyRecording;
import dev.parley.twilio.sim.SimScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Telephone calls are shown to whoever records them. */
class TwilioRecordersTest {

  private static final SimScript QUESTION =
      SimScript.says(Phone.voice(500, 1_500)).hangsUpAt(Duration.ofSeconds(6));

  @Test
  void recording_standsAroundAllFour_andTheCallIsTheSame() {
    SpyRecording spy = new SpyRecording();
    Phone.Run recorded =
        Phone.answering(Duration.ofSeconds(2)).recordedBy((start, agent) -> spy).run(QUESTION);
    Phone.Run plain = Phone.answering(Duration.ofSeconds(2)).run(QUESTION);

    assertThat(spy.around())
        .containsExactly("door twilio", "model scripted", "settings", "call twilio");
    assertThat(spy.heard()).hasAtLeastOneElementOfType(CallEvent.ReplyStarted.class);
    assertThat(recorded.result()).isEqualTo(plain.result());
    assertThat(recorded.summary()).isEqualTo(plain.summary());
  }

  @Test
  void recorder_learnsWhoCalls_andHowTheyAreHeard() {
    List<String> learnt = new ArrayList<>();
    Phone.answering(Duration.ofSeconds(1))
        .recordedBy(
            (start, agent) -> {
              learnt.add(start.request().from().orElse("nobody"));
              learnt.add(agent.detectors().name());
              return Recording.off();
            })
        .run(QUESTION);

    assertThat(learnt).hasSize(2).last().isEqualTo("energy");
    assertThat(learnt.getFirst()).startsWith("+");
  }

  @Test
  void callThatNobodyTakes_isNobodysRecording() {
    List<String> asked = new ArrayList<>();
    Phone.answering(Duration.ofSeconds(1))
        .agents(agent -> start -> Optional.empty())
        .recordedBy(
            (start, agent) -> {
              asked.add(agent.name());
              return Recording.off();
            })
        .run(QUESTION);

    assertThat(asked).isEmpty();
  }
}
