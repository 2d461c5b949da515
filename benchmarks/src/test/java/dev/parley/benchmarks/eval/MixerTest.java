package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.level.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixerTest {

  private final Folder folder;

  MixerTest(@TempDir Path path) throws IOException {
    folder = Folder.read(new SyntheticFolder(path).addSmallSet().write());
  }

  @Test
  void sameSeed_sameTrialsAndSameSound() {
    List<Trial> trials = mixer(7).bargeIns(6);
    assertThat(mixer(7).bargeIns(6)).isEqualTo(trials);
    assertThat(TrialAudio.of(trials.getFirst(), folder))
        .isEqualTo(TrialAudio.of(trials.getFirst(), folder));
    assertThat(mixer(8).bargeIns(6)).isNotEqualTo(trials);
  }

  @Test
  void bargeIns_comeInAllLevelsOfEachCaller_intoSomebodyElsesReply() {
    List<Trial> trials = mixer(1).bargeIns(6);
    assertThat(trials).extracting(Trial::name).doesNotHaveDuplicates();
    assertThat(trials).allMatch(t -> !t.agent().of().id().equals(t.caller().of().id()));
    assertThat(trials).allMatch(t -> t.onset() + 2 < t.replyAt() + t.replySeconds());
  }

  @Test
  void bargeIn_isAsLoudAsItShallBe_whereItShallBe() {
    for (Trial trial : mixer(3).bargeIns(6)) {
      Clip caller = TrialAudio.of(trial, folder).caller();
      Clip before = caller.part(new Region(0, trial.onset() - 0.02));
      Clip speech = caller.part(new Region(trial.onset() + 0.02, trial.onset() + 0.9));
      assertThat(Level.of(before.samples()).rms()).isLessThan(-60);
      assertThat(Level.of(speech.samples()).rms()).isEqualTo(trial.level(), Offset.offset(0.5));
      assertThat(caller.seconds()).isEqualTo(trial.seconds(), Offset.offset(1e-3));
    }
  }

  @Test
  void negatives_areShort() {
    List<Trial> trials = mixer(1).negatives(4);
    assertThat(trials).hasSize(4).allMatch(t -> t.type() == Trial.Type.NEGATIVE);
    assertThat(trials).allMatch(t -> t.caller().when().seconds() <= 4 + 1e-9);
  }

  @Test
  void withoutNoise_thereAreNoNegatives() {
    Mixer mixer =
        new Mixer(folder.recordings().stream().filter(Recording::isVoice).toList(), /* seed= */ 1);
    assertThat(mixer.negatives(4)).isEmpty();
    assertThat(mixer.recorded()).isEmpty();
  }

  private Mixer mixer(long seed) {
    return new Mixer(folder.recordings(), seed);
  }
}
