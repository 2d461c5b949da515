package dev.parley.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.config.RecordSpec;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.recorder.RecorderSettings;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.twilio.Agent;
import dev.parley.twilio.CallStart;
import dev.parley.twilio.voice.VoiceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which telephone calls are recorded; a live recording has not ended, and none has. */
class SessionRecorderTest {

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "recorder");
  private final Path folder;

  SessionRecorderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void stop() {
    system.terminate();
  }

  private SessionRecorder recorder(RecordSpec.Who who) throws IOException {
    return SessionRecorder.start(new RecordSpec(RecorderSettings.in(folder), who), system);
  }

  private static boolean records(
      SessionRecorder recorder, Map<String, List<String>> query, String from) {
    VoiceRequest request = new VoiceRequest("", Map.of("From", List.of(from)), query);
    Agent agent =
        Agent.of(
            new ScriptedModel(ScriptedSettings.defaults(), new ToneVoice()),
            EnergyDetector.energy());
    return !recorder
        .open(new CallStart("CA1", "MZ1", Map.of(), request), agent)
        .kept()
        .toCompletableFuture()
        .isDone();
  }

  @Test
  void telephoneCall_isRecorded_asTheWebhooksAddressSays() throws IOException {
    Map<String, List<String>> yes = Map.of("record", List.of("yes"));
    Map<String, List<String>> no = Map.of("record", List.of("no"));
    String number = "+15551234567";

    assertThat(records(recorder(RecordSpec.Who.ASKED), Map.of(), number)).isFalse();
    assertThat(records(recorder(RecordSpec.Who.ASKED), yes, number)).isTrue();
    assertThat(records(recorder(RecordSpec.Who.ALL), Map.of(), number)).isTrue();
    assertThat(records(recorder(RecordSpec.Who.ALL), no, number)).isFalse();
  }

  @Test
  void callerWithoutANumber_isRecorded_underNoName() throws IOException {
    assertThat(records(recorder(RecordSpec.Who.ALL), Map.of(), "")).isTrue();
  }

  @Test
  void callThatNeverBegan_keepsNobodyWaiting() throws Exception {
    SessionRecorder recorder = recorder(RecordSpec.Who.ALL);
    assertThat(records(recorder, Map.of(), "+1")).isTrue();

    recorder.drained().toCompletableFuture().get(10, TimeUnit.SECONDS);

    assertThat(folder).isEmptyDirectory();
  }
}
