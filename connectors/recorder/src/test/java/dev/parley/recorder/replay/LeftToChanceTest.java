package dev.parley.recorder.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.recorder.Caller;
import dev.parley.recorder.LiveCall;
import dev.parley.recorder.file.Layout;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left to chance in live calls, and so is no difference in a replay. */
class LeftToChanceTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit does
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @SuppressWarnings("NullAway.Init")
  private Path bad;

  @BeforeEach
  void record() {
    bad = folder.resolve("bad.zip");
    CallerScript script =
        CallerScript.at(8_000)
            .says(Duration.ofMillis(200), Frames.tone(220, 8_000, 3_200))
            .says(Duration.ofMillis(1_600), Frames.tone(220, 8_000, 2_000))
            .hangsUpAt(Duration.ofMillis(2_500));
    file =
        LiveCall.through(Caller.pressing(script, Duration.ofMillis(700)))
            .with(
                ScriptedSettings.defaults()
                    .withReply(Duration.ofMillis(600))
                    .withTool("clock", "{\"zone\":\"here\"}"))
            .withTool()
            .record(folder.resolve("recordings"))
            .orElseThrow();
  }

  private void packWith(String name, String content) throws IOException {
    Zips.packWith(file, name, content, bad);
  }

  /** The caller hangs up in the middle of an answer. */
  private void recordOneWhoLeaves() {
    CallerScript script =
        CallerScript.at(8_000)
            .says(Duration.ofMillis(200), Frames.tone(220, 8_000, 3_200))
            .hangsUpAt(Duration.ofMillis(2_500));
    file =
        LiveCall.through(Caller.of(script))
            .with(ScriptedSettings.defaults().withReply(Duration.ofSeconds(5)))
            .record(folder.resolve("left"))
            .orElseThrow();
  }

  @Test
  void wordsUnderWayAsTheCallerLeaves_mayComeOrNot() throws IOException {
    recordOneWhoLeaves();
    String events = Zips.text(file, Layout.EVENTS);
    int said = events.lastIndexOf("\"type\":\"said\"");
    int from = events.lastIndexOf('\n', said) + 1;
    packWith(Layout.EVENTS, events.substring(0, from) + after(events, said));

    assertThat(differences()).isEmpty();
  }

  @Test
  void speechFoundOnceTheCallerHasLeft_isLeftToChance_butNotBefore() throws IOException {
    recordOneWhoLeaves();
    String events = Zips.text(file, Layout.EVENTS);
    int type = events.indexOf("\"type\":\"speech_started\"");
    String line = events.substring(events.lastIndexOf('\n', type) + 1, events.indexOf('\n', type));
    String begin = line + "\n";

    packWith(Layout.EVENTS, events.replace(begin, begin + late(line, 9_000_000_000L)));
    assertThat(differences()).isEmpty();
    packWith(Layout.EVENTS, events.replace(begin, begin + late(line, 2_000_000_000L)));
    assertThat(differences()).singleElement().asString().contains("(number 2)");
  }

  /** On a busy machine marks lie elsewhere: one lies behind whatever left a queue that ran dry. */
  @Test
  void marksThatLieElsewhere_stillTellWhatWasHeard() throws IOException {
    CallerScript script =
        CallerScript.at(8_000)
            .says(Duration.ofMillis(200), Frames.tone(220, 8_000, 3_200))
            .says(Duration.ofMillis(2_600), Frames.tone(220, 8_000, 3_200))
            .hangsUpAt(Duration.ofSeconds(6))
            .playedBy(PlayoutSettings.of(Pace.clock(Duration.ofMillis(300)), Ear.ACKED));
    file =
        LiveCall.through(Caller.of(script))
            .with(ScriptedSettings.defaults().withReply(Duration.ofSeconds(5)))
            .record(folder.resolve("busy"))
            .orElseThrow();
    List<String> lines = new ArrayList<>(Zips.text(file, Layout.EVENTS).lines().toList());
    int moved = 0;
    for (int i = 1; i < lines.size(); i++) {
      boolean isBehindAudio =
          lines.get(i).contains("\"type\":\"mark\"")
              && lines
                  .get(i - 1)
                  .contains("\"door\":\"caller\",\"dir\":\"out\",\"type\":\"spoken\"");
      if (isBehindAudio) {
        Collections.swap(lines, i, i - 1); // a slice earlier, and so is all that it tells
        moved++;
      }
    }
    assertThat(moved).isGreaterThan(10);
    packWith(Layout.EVENTS, String.join("\n", lines) + "\n");

    assertThat(differences()).isEmpty();
  }

  private List<String> differences() throws IOException {
    return Replay.of(bad, LiveCall::detectors).run(folder.resolve("out.zip")).differences().stream()
        .map(Comparison.Difference::sentence)
        .toList();
  }

  private static String late(String line, long nanos) {
    return line.replaceFirst("\"t\":[0-9]+", "\"t\":" + nanos) + "\n";
  }

  private static String after(String events, int place) {
    return events.substring(events.indexOf('\n', place) + 1);
  }

  @Test
  void replyUnderWayAsTheCallerLeaves_mayEndEitherWay() throws IOException {
    recordOneWhoLeaves();
    String events = Zips.text(file, Layout.EVENTS);
    int over = events.lastIndexOf("\"type\":\"reply_over\"");
    String last = events.substring(over, events.indexOf('\n', over));
    assertThat(last).contains("CUT");
    packWith(Layout.EVENTS, events.replace(last, last.replace("CUT", "COMPLETED")));

    assertThat(Replay.of(bad, LiveCall::detectors).run(folder.resolve("out.zip")).isSame())
        .isTrue();
  }

  @Test
  void recordingThatWasBrokenOff_isComparedAsFarAsItGoes() throws IOException {
    List<String> lines = Zips.text(file, Layout.EVENTS).lines().toList();
    Map<String, byte[]> files = Zips.unpack(file);
    String begin = String.join("\n", lines.subList(0, lines.size() * 2 / 3)) + "\n";
    files.put(Layout.EVENTS, begin.getBytes(StandardCharsets.UTF_8));
    byte[] caller = Objects.requireNonNull(files.get(Layout.CALLER));
    files.put(Layout.CALLER, Arrays.copyOf(caller, caller.length * 2 / 3));
    Zips.pack(files, bad);

    Replay replay = Replay.of(bad, LiveCall::detectors);

    assertThat(replay.isBrokenOff()).isTrue();
    assertThat(replay.run(folder.resolve("out.zip")).differences())
        .extracting(Comparison.Difference::sentence)
        .isEmpty();
  }
}
