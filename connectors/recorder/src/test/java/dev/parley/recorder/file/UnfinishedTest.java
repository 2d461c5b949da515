package dev.parley.recorder.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Position;
import dev.parley.engine.time.Offload;
import dev.parley.recorder.Caller;
import dev.parley.recorder.LiveCall;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Texts;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {

  private static final String ID = "01KQSA0000AAAAAAAAAAAAAAAA";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit does
  private Path folder;

  private About about() throws IOException {
    Path file =
        LiveCall.through(Caller.of(CallerScript.at(24_000).hangsUpAt(Duration.ofMillis(100))))
            .record(folder)
            .orElseThrow();
    About about = RecordedFile.about(file);
    Files.delete(file);
    return about;
  }

  private Recordings next() throws IOException {
    return Recordings.in(
        LiveCall.settings(folder),
        Recordings.World.of(
            Offload.on(Runnable::run),
            InstantSource.fixed(LiveCall.NOON),
            new SplittableRandom(1)));
  }

  /** A recording as far as it has come by the second second. */
  private Writing begun(About about) throws IOException {
    Writing writing =
        Writing.begin(
            folder.resolve(ID + ".part"),
            folder.resolve(ID + ".zip"),
            about,
            Texts.plain(),
            Room.unlimited());
    for (int i = 0; i < 100; i++) {
      Captured frame = new Captured(new Position(i * 480L, 24_000), Frames.tone(220, 24_000, 480));
      writing.write(List.of(new Entry(i * 20_000_000L, new Happening.FromCaller(frame))));
    }
    return writing;
  }

  @Test
  void recordingOfADeadProgram_isClosedAsItIs() throws IOException {
    begun(about());
    Path part = folder.resolve(ID + ".part");
    Path dead = folder.resolve("01KQSB0000AAAAAAAAAAAAAAAA.part");
    Files.createDirectory(dead);
    try (var files = Files.list(part)) {
      for (Path file : files.toList()) { // as a crash would leave them, locked by nobody
        Files.copy(file, dead.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.writeString(dead.resolve(Layout.EVENTS), "{\"t\":12,\"do", StandardOpenOption.APPEND);

    Recordings recordings = next();

    assertThat(recordings.list()).hasSize(1);
    Recorded recorded = RecordedFile.read(recordings.list().getFirst(), Limits.ofMemory());
    assertThat(recorded.whole()).isFalse();
    assertThat(recorded.fromOutside()).hasSize(100);
    assertThat(recorded.fromOutside().get(40).what())
        .isEqualTo(
            new Happening.FromCaller(
                new Captured(new Position(40 * 480L, 24_000), Frames.tone(220, 24_000, 480))));
    assertThat(dead).doesNotExist();
    assertThat(part).as("which is being written still").exists();
  }

  @Test
  void recordingThatIsBeingWritten_isLeftAlone() throws IOException {
    Writing writing = begun(about());
    assertThat(next().list()).isEmpty();

    writing.close(java.util.Optional.empty());
    assertThat(next().list()).containsExactly(folder.toRealPath().resolve(ID + ".zip"));
  }
}
