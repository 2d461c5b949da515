package dev.parley.app.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.tools.Toolkit;
import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.model.Voice;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.testkit.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.pekko.stream.javadsl.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkFaultsTest {

  private static final int RATE = 24_000;
  private static final int SLICE = RATE / 50;

  private final Path folder;

  TalkFaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void modelThatThrows_failsTheCall_andLeavesNothingHalfWritten() throws Exception {
    HeldCall call = HeldCall.with(new Broken(), folder);

    assertThat(call.failure())
        .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("the model is broken"));
    assertThat(call.view()).doesNotContain("\tat ");
    assertThat(files()).containsExactlyInAnyOrder("call.wav", "call.json", "call.html");
    assertThat(call.turns()).isEmpty();
    assertThat(call.caller().count()).isEqualTo(call.agent().count());
  }

  @Test
  void fileThatIsLeftOfAKilledRun_isTakenAway() throws Exception {
    Files.writeString(folder.resolve("call.wav.part"), "half a recording");

    assertThat(HeldCall.with(new Broken(), folder).failure()).isPresent();
    assertThat(files()).doesNotContain("call.wav.part");
  }

  /**
   * A voice without a silent sample: each sample that was heard can be counted in the recording.
   */
  @Test
  void recording_holdsEachSampleThatWasHeard_andNoneAfterTheCut() throws Exception {
    HeldCall call =
        HeldCall.with(new ScriptedModel(ScriptedSettings.defaults(), new Ramp()), folder);
    Samples agent = call.agent();
    long all = 0;
    for (JsonNode turn : call.turns()) {
      JsonNode reply = turn.get("reply");
      int from = sample(reply.get("first_audio_ms"));
      int samples = 0;
      while (from + samples < agent.count() && agent.at(from + samples) != 0) {
        samples++;
      }
      int heard = reply.get("samples_heard").asInt();
      if (reply.get("interrupted").asBoolean()) {
        // a slice that is under way is heard to its end
        assertThat(from + samples).isBetween(cut(call, reply), cut(call, reply) + SLICE);
      }
      assertThat(samples).isEqualTo(heard);
      assertThat(agent.slice(from, from + samples)).isEqualTo(Frames.ramp(0, samples));
      all += samples;
    }
    assertThat(call.interruptions()).isNotEmpty();
    long loud = 0;
    for (int i = 0; i < agent.count(); i++) {
      loud += agent.at(i) != 0 ? 1 : 0;
    }
    assertThat(loud).isEqualTo(all);
  }

  @Test
  void settings_refuseWhatCannotBe() {
    assertThatThrownBy(() -> settings(Optional.of(folder), /* fast= */ false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not both");
    assertThatThrownBy(() -> settings(Optional.empty(), /* fast= */ true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--pace real");
  }

  private TalkSettings settings(Optional<Path> file, boolean fast) {
    return new TalkSettings(
        file,
        /* channel= */ Optional.empty(),
        folder,
        new Broken(),
        EnergyDetector.energy(),
        Eagerness.HIGH,
        Toolkit.none(),
        Effort.MEDIUM,
        fast,
        /* microphone= */ true,
        /* headphones= */ false,
        /* record= */ Optional.empty());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static int cut(HeldCall call, JsonNode reply) throws IOException {
    return call.interruptions().stream()
        .filter(cut -> cut.get("epoch").equals(reply.get("epoch")))
        .mapToInt(cut -> sample(cut.get("cut_ms")))
        .findFirst()
        .orElseThrow();
  }

  private static int sample(JsonNode millis) {
    return (int) Math.round(millis.asDouble() * RATE / 1_000);
  }

  /** Counts. */
  private record Ramp() implements Voice {

    @Override
    public String name() {
      return "ramp";
    }

    @Override
    public int rate() {
      return RATE;
    }

    @Override
    public void speak(String text, Predicate<Samples> out) {
      for (int at = 0; out.test(Frames.ramp(at, 1_000)) && at < 100_000; at += 1_000) {
        // until nobody listens any more
      }
    }
  }

  /** Throws when it hears something. */
  private record Broken() implements Backend {

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.full();
    }

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      return in;
    }

    @Override
    public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
      return Flow.of(Inbound.class)
          .map(
              frame -> {
                if (frame instanceof Captured captured && captured.position().sample() > RATE) {
                  throw new IllegalStateException("the model is broken");
                }
                return frame;
              })
          .filter(frame -> false)
          .collectType(Outbound.class)
          .mapMaterializedValue(nothing -> command -> CompletableFuture.completedStage(Ack.GONE));
    }
  }
}
