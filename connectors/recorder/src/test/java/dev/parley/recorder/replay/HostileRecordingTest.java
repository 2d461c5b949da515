package dev.parley.recorder.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.recorder.Caller;
import dev.parley.recorder.LiveCall;
import dev.parley.recorder.file.Layout;
import dev.parley.recorder.file.Limits;
import dev.parley.recorder.file.RecordedFile;
import dev.parley.recorder.file.RecordingException;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that strangers made: each is read, or refused in one sentence. */
class HostileRecordingTest {

  private static final Limits LIMITS = new Limits(10_000_000, 100_000, 10_000_000);
  private static final String[] WORDS = {
    "-1",
    "9223372036854775807",
    "1e999",
    "null",
    "{}",
    "[]",
    "\"\"",
    "\"main-0\"",
    "true",
    "0",
    "\"side-999999999999999999\"",
    "4294967296",
    "\"\\ud800\"",
    "[[[[[[[[",
    "}",
    "480000",
    "\n"
  };

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

  /** Whether it could be read; if not, it was refused well. */
  private boolean readsOrRefuses() {
    try {
      RecordedFile.read(bad, LIMITS);
      return true;
    } catch (RecordingException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(400);
      return false;
    }
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom random) {
    byte[] other = bytes.clone();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      other[random.nextInt(other.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(other, random.nextInt(other.length))
        : other;
  }

  /** Puts another value into one member of one line, or takes or doubles a line. */
  private static String twisted(String text, SplittableRandom random) {
    String[] lines = text.split("(?<=\n)", -1);
    int at = random.nextInt(lines.length);
    String line = lines[at];
    int colon = line.indexOf(':', random.nextInt(Math.max(1, line.length())));
    lines[at] =
        switch (random.nextInt(6)) {
          case 0 -> "";
          case 1 -> line + line;
          case 2 -> line.substring(0, line.length() / 2);
          default ->
              colon < 0
                  ? line
                  : line.substring(0, colon + 1)
                      + WORDS[random.nextInt(WORDS.length)]
                      + line.substring(colon + 1).replaceFirst("^(\"[^\"]*\"|[^,}\\]]*)", "");
        };
    return String.join("", lines);
  }

  private void mutate(int tries, int replays) throws IOException {
    Map<String, byte[]> files = Zips.unpack(file);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(42);
    int read = 0;
    int replayed = 0;
    for (int i = 0; i < tries; i++) {
      if (random.nextInt(4) == 0) {
        Files.write(bad, flipped(whole, random));
      } else {
        Map<String, byte[]> other = new LinkedHashMap<>(files);
        String name =
            switch (random.nextInt(8)) {
              case 0 -> Layout.SESSION;
              case 1 -> Layout.CALLER;
              case 2 -> Layout.MODEL;
              default -> Layout.EVENTS;
            };
        if (random.nextInt(20) == 0) {
          other.remove(name);
        } else if (name.endsWith(".wav") || random.nextInt(8) == 0) {
          other.put(name, flipped(Objects.requireNonNull(other.get(name)), random));
        } else {
          String text = new String(Objects.requireNonNull(other.get(name)), StandardCharsets.UTF_8);
          other.put(name, twisted(text, random).getBytes(StandardCharsets.UTF_8));
        }
        Zips.pack(other, bad);
      }
      if (readsOrRefuses()) {
        read++;
        if (replayed < replays) {
          replayed++;
          replaysOrRefuses();
        }
      }
    }
    assertThat(read).as("some must be readable still").isBetween(tries / 20, tries * 19 / 20);
  }

  private void replaysOrRefuses() throws IOException {
    try {
      Replay.of(bad, LiveCall::detectors, LIMITS).run(folder.resolve("replay.zip"));
    } catch (RecordingException e) {
      assertThat(e.getMessage())
          .matches("(?s)(the recording cannot be replayed|what the session decided at ).*");
    }
  }

  @Test
  void mutations_areReadOrRefused() throws IOException {
    mutate(600, 12);
  }

  @Test
  @Tag("slow")
  void manyMutations_areReadOrRefused() throws IOException {
    mutate(10_000, 300);
  }

  @Test
  void whatIsNoZip_isRefused() throws IOException {
    Files.writeString(bad, "hello");
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("bad.zip cannot be read as a recording: ");
    assertThatThrownBy(() -> RecordedFile.read(folder.resolve("none.zip"), LIMITS))
        .hasMessageStartingWith("there is no recording ");
  }

  @Test
  void missingFile_isNamed() throws IOException {
    Map<String, byte[]> files = Zips.unpack(file);
    files.remove(Layout.MODEL);
    Zips.pack(files, bad);
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .hasMessage("bad.zip cannot be read as a recording: model.wav is missing");
  }

  @Test
  void otherVersion_isNamed() throws IOException {
    String session = Zips.text(file, Layout.SESSION);
    packWith(Layout.SESSION, session.replace("\"version\":1", "\"version\":2"));
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .hasMessage("session.json: it is of version 2, and this program reads version 1");
  }

  @Test
  void badLine_isNamedByItsNumber() throws IOException {
    String events = Zips.text(file, Layout.EVENTS);
    packWith(Layout.EVENTS, events.lines().findFirst().orElseThrow() + "\n{\"t\":}\n");
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .hasMessage("events.jsonl, line 2: it is no JSON");
  }

  @Test
  void zipBomb_isBrokenOff() throws IOException {
    Map<String, byte[]> files = Zips.unpack(file);
    files.put(Layout.CALLER, new byte[20_000_000]);
    Zips.pack(files, bad);
    assertThat(Files.size(bad)).isLessThan(1_000_000);
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .hasMessage(
            "bad.zip cannot be read as a recording: caller.wav has more than 10000000 bytes");

    packWith(Layout.EVENTS, "\n".repeat(20_000_000));
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .hasMessageContaining("events.jsonl, line 1: ");
    packWith(Layout.EVENTS, " ".repeat(5_000_000));
    assertThatThrownBy(() -> RecordedFile.read(bad, LIMITS))
        .hasMessageEndingWith("events.jsonl has a line without an end");
  }

  @Test
  void unknownDetector_isNamed() {
    Replay other =
        Replay.of(file, LiveCall::detectors)
            .with(about -> about.withRooms(about.rooms().withDetector("bat")));
    assertThatThrownBy(() -> other.run(folder.resolve("replay.zip")))
        .isInstanceOf(RecordingException.class)
        .hasMessage("the recording cannot be replayed: there is no detector named \"bat\"");
  }
}
