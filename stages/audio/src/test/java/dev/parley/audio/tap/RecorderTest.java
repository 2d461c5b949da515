package dev.parley.audio.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Tone;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

  private static final AudioFormat INNER = AudioFormat.pcm16(24_000);
  private static final Epoch FIRST = new Epoch(Epoch.Lane.MAIN, 1);
  private static final int MS = 24;

  private final Path folder;
  private final Path path;
  private final Recorder recorder;
  private final Tap.Observer call;
  private long nanos;

  RecorderTest(@TempDir Path folder) {
    this.folder = folder;
    path = folder.resolve("call.wav");
    recorder = Recorder.to(path);
    call = recorder.open(INNER, INNER, new CallClock(() -> nanos, 0));
  }

  @Test
  void caller_standsAtTheirPositions_andHolesAreSilent() {
    call.inbound(captured(100, 20, 7));
    call.inbound(captured(120, 20, 8));
    call.inbound(captured(200, 20, 9));
    call.close();
    assertLeft(path, 0, 100, 0);
    assertLeft(path, 100, 20, 7);
    assertLeft(path, 120, 20, 8);
    assertLeft(path, 140, 60, 0);
    assertLeft(path, 200, 20, 9);
    assertThat(Wav.read(path).frames()).isEqualTo(220 * MS);
    assertThat(Wav.read(path).right()).isEqualTo(Samples.silence(220 * MS));
  }

  @Test
  void agent_standsWhereItWasHeard_withoutHolesByLateTimers() {
    heard(500, FIRST, 0, 20, 5);
    heard(533, FIRST, 20, 20, 6); // 13 ms late
    heard(560, FIRST, 40, 20, 7);
    heard(700, FIRST, 60, 20, 8); // was held for a while
    call.close();
    assertRight(path, 0, 500, 0);
    assertRight(path, 500, 20, 5);
    assertRight(path, 520, 20, 6);
    assertRight(path, 540, 20, 7);
    assertRight(path, 560, 140, 0);
    assertRight(path, 700, 20, 8);
    assertThat(Wav.read(path).frames()).isEqualTo(720 * MS);
  }

  @Test
  void nextReply_doesNotLeanOnTheOneBefore() {
    heard(100, FIRST, 0, 20, 5);
    heard(150, FIRST.next(), 0, 20, 6);
    call.close();
    assertRight(path, 120, 30, 0);
    assertRight(path, 150, 20, 6);
  }

  @Test
  void cut_silencesWhatAnEagerDoorWasGivenAheadOfItsTime() {
    for (int at = 0; at < 10_000; at += 100) {
      heard(0, FIRST, at, 100, 5);
    }
    heard(10, FIRST.next(), 0, 1_000, 6); // waits behind the first, and is cut with it
    call.inbound(captured(0, 2_000, 3));
    nanos = millis(1_500);
    call.outbound(new Cue.Interrupted(List.of(FIRST, FIRST.next())));
    heard(3_000, new Epoch(Epoch.Lane.MAIN, 3), 0, 20, 7);
    call.close();
    assertRight(path, 0, 1_500, 5);
    assertRight(path, 1_500, 1_500, 0);
    assertRight(path, 3_000, 20, 7);
    assertLeft(path, 0, 2_000, 3);
    assertThat(Wav.read(path).frames()).isEqualTo(3_020 * MS);
  }

  @Test
  void cut_leavesTheOtherLanesAlone() {
    Epoch side = new Epoch(Epoch.Lane.SIDE, 1);
    heard(0, FIRST, 0, 1_000, 5);
    heard(0, side, 0, 500, 6);
    nanos = millis(400);
    call.outbound(new Cue.Interrupted(List.of(FIRST)));
    call.close();
    assertRight(path, 0, 400, 5);
    assertRight(path, 400, 600, 0);
    assertRight(path, 1_000, 500, 6);
  }

  @Test
  void cutAfterTheReplyWasHeard_changesNothing() {
    heard(0, FIRST, 0, 100, 5);
    nanos = millis(300);
    call.outbound(new Cue.Interrupted(List.of(FIRST)));
    call.close();
    assertRight(path, 0, 100, 5);
    assertThat(Wav.read(path).frames()).isEqualTo(100 * MS);
  }

  @Test
  void otherRates_areResampled_inPlace() {
    Path other = folder.resolve("other.wav");
    Tap.Observer mixed =
        Recorder.to(other, 16_000)
            .open(AudioFormat.pcm16(8_000), INNER, new CallClock(() -> nanos, 0));
    Samples caller = Tone.of(500, 0.5, 8_000, 8_000);
    Samples agent = Tone.of(1_000, 0.5, 24_000, 24_000);
    for (int at = 0; at < 50; at++) {
      mixed.inbound(
          new Captured(new Position(at * 160L, 8_000), caller.slice(at * 160, at * 160 + 160)));
      mixed.outbound(
          new Spoken(
              FIRST, 0, new Position(at * 480L, 24_000), agent.slice(at * 480, at * 480 + 480)));
      nanos += millis(20);
    }
    mixed.close();
    Wav read = Wav.read(other);
    assertThat(read.frames()).isEqualTo(16_000);
    assertThat(Tone.fit(read.left(), 500, 16_000, 400).phase()).isCloseTo(0, within(0.01));
    assertThat(Tone.fit(read.left(), 500, 16_000, 400).restBelow()).isGreaterThan(70);
    assertThat(Tone.fit(read.right(), 1_000, 16_000, 400).phase()).isCloseTo(0, within(0.01));
    assertThat(Tone.fit(read.right(), 1_000, 16_000, 400).restBelow()).isGreaterThan(70);
  }

  @Test
  void file_isValidWithinASecond_whileTheCallLasts() {
    for (int at = 0; at < 5_000; at += 20) {
      nanos = millis(at);
      call.inbound(captured(at, 20, 3));
      assertThat(Wav.read(path).frames()).isGreaterThan((at - 1_000) * MS);
    }
    assertThat(Wav.read(path).frames()).isGreaterThan(4_000 * MS);
    assertLeft(path, 0, 4_000, 3);
  }

  @Test
  void fault_endsTheRecordingButNotTheCall() {
    call.inbound(captured(0, 1_500, 3));
    call.inbound(new Captured(new Position(1L << 40, 24_000), Samples.silence(480)));
    assertThat(recorder.failure()).isPresent();
    call.inbound(captured(1_500, 20, 4));
    call.outbound(new Cue.Interrupted(List.of(FIRST)));
    call.close();
    assertThat(Wav.read(path).frames()).isEqualTo(1_500 * MS);
    assertLeft(path, 0, 1_500, 3);
  }

  @Test
  void whatComesAfterTheEnd_isIgnored() {
    call.inbound(captured(0, 20, 3));
    call.close();
    call.inbound(captured(20, 20, 4));
    heard(40, FIRST, 0, 20, 5);
    assertThat(Wav.read(path).frames()).isEqualTo(20 * MS);
    assertThat(recorder.failure()).isEmpty();
  }

  @Test
  void bothDirections_mayWriteAtTheSameTime() throws InterruptedException {
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int at = 0; at < 4_000; at += 20) {
                    call.inbound(captured(at, 20, 3));
                  }
                });
    for (int at = 0; at < 4_000; at += 20) { // eager: the clock stands still
      heard(0, FIRST, at, 20, 5);
    }
    caller.join();
    call.close();
    assertLeft(path, 0, 4_000, 3);
    assertRight(path, 0, 4_000, 5);
  }

  @Test
  void secondCall_getsAFileOfItsOwn() {
    Tap.Observer second = recorder.open(INNER, INNER, new CallClock(() -> nanos, 0));
    second.inbound(captured(0, 20, 4));
    second.close();
    call.close();
    assertThat(Wav.read(folder.resolve("call-2.wav")).frames()).isEqualTo(20 * MS);
    assertThat(Wav.read(path).frames()).isZero();
  }

  @Test
  void wiringMistakes_areRefused() {
    assertThatThrownBy(() -> Recorder.to(folder.resolve("no/such.wav")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("folder");
    assertThatThrownBy(() -> Recorder.to(path, 12_345))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> recorder.open(AudioFormat.pcm16(9_000), INNER, new CallClock(() -> 0, 0)))
        .isInstanceOf(Refused.class);
  }

  private void heard(int at, Epoch epoch, int position, int length, int value) {
    nanos = millis(at);
    call.outbound(
        new Spoken(epoch, 0, new Position((long) position * MS, 24_000), constant(length, value)));
  }

  private static Captured captured(int at, int length, int value) {
    return new Captured(new Position((long) at * MS, 24_000), constant(length, value));
  }

  private static Samples constant(int length, int value) {
    short[] pcm = new short[length * MS];
    Arrays.fill(pcm, (short) value);
    return Samples.wrap(pcm);
  }

  private static long millis(int ms) {
    return ms * 1_000_000L;
  }

  private static void assertLeft(Path file, int from, int length, int value) {
    assertThat(Wav.read(file).left().slice(from * MS, (from + length) * MS))
        .isEqualTo(constant(length, value));
  }

  private static void assertRight(Path file, int from, int length, int value) {
    assertThat(Wav.read(file).right().slice(from * MS, (from + length) * MS))
        .isEqualTo(constant(length, value));
  }
}
