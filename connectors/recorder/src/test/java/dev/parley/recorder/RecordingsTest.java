package dev.parley.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.time.Offload;
import dev.parley.recorder.file.Layout;
import dev.parley.recorder.file.Limits;
import dev.parley.recorder.file.Recorded;
import dev.parley.recorder.file.RecordedFile;
import dev.parley.recorder.format.Rooms;
import dev.parley.recorder.replay.Comparison;
import dev.parley.recorder.replay.Replay;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit does
  private Path folder;

  private static CallerScript script() {
    return CallerScript.at(24_000)
        .says(Duration.ofMillis(400), Frames.tone(220, 24_000, 24_000))
        .says(Duration.ofMillis(2600), Frames.tone(220, 24_000, 16_000))
        .hangsUpAt(Duration.ofSeconds(8));
  }

  private static LiveCall call() {
    return LiveCall.through(Caller.of(script()));
  }

  private Recordings recordings(InstantSource clock) throws IOException {
    return Recordings.in(
        LiveCall.settings(folder).withRetention(Duration.ofDays(30)),
        Recordings.World.of(Offload.on(Runnable::run), clock, new SplittableRandom(1)));
  }

  private static String text(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      byte[] bytes = file.getInputStream(file.getEntry(name)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static Recorded read(Path zip) {
    return RecordedFile.read(zip, Limits.ofMemory());
  }

  private List<Path> left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private record Told(List<String> failed, List<Path> kept) implements RecorderListener {
    Told() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void failed(String callId, String why) {
      failed.add(callId + ": " + why);
    }

    @Override
    public void kept(String callId, Path file) {
      kept.add(file);
    }
  }

  @Test
  void recording_isOneZip_ofItsOwner() throws IOException {
    Path file = call().record(folder).orElseThrow();

    assertThat(left()).containsExactly(file);
    assertThat(file.getFileName().toString()).matches("01[0-9A-HJKMNP-TV-Z]{24}\\.zip");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly(
              Layout.SESSION,
              Layout.EVENTS,
              Layout.CAPTIONS,
              Layout.CALLER,
              Layout.MODEL,
              Layout.HEARD);
    }
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void recording_holdsBothDoorsAndTheDecisions() throws IOException {
    Path file = call().record(folder).orElseThrow();

    assertThat(text(file, Layout.EVENTS).lines())
        .anyMatch(line -> line.contains("\"door\":\"caller\",\"dir\":\"in\",\"type\":\"audio\""))
        .anyMatch(line -> line.contains("\"door\":\"caller\",\"dir\":\"out\",\"type\":\"spoken\""))
        .anyMatch(line -> line.contains("\"door\":\"model\",\"dir\":\"out\",\"type\":\"reply\""))
        .anyMatch(line -> line.contains("\"door\":\"model\",\"dir\":\"in\",\"type\":\"spoken\""))
        .anyMatch(
            line -> line.contains("\"door\":\"session\",\"dir\":\"out\",\"type\":\"interrupted\""))
        .allMatch(line -> line.startsWith("{\"t\":"));
    Recorded recorded = read(file);
    assertThat(recorded.whole()).isTrue();
    assertThat(recorded.about().callId()).isEqualTo("live-1");
    assertThat(recorded.about().made()).isEqualTo(LiveCall.NOON);
    assertThat(text(file, Layout.CAPTIONS)).startsWith("WEBVTT\n").contains("<v Agent>");
  }

  @Test
  void withoutConsent_nothingIsWritten() throws IOException {
    assertThat(call().with(Consent.no()).record(folder)).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void sessionThatNeverBegins_leavesNothing_andKeepsNobodyWaiting() throws IOException {
    Recordings recordings = recordings(InstantSource.fixed(LiveCall.NOON));
    recordings.open(
        Consent.of("subject-1"),
        Rooms.of("energy", VadSettings.defaults(), TurnSettings.of(Eagerness.HIGH)));

    assertThat(recordings.drained()).isCompleted();
    assertThat(recordings.deleteSubject("subject-1")).isZero();
    assertThat(left()).isEmpty();
  }

  @Test
  void oldRecordings_areDeleted() throws IOException {
    Path file = call().record(folder).orElseThrow();
    Duration month = Duration.ofDays(30);

    recordings(InstantSource.fixed(LiveCall.NOON.plus(month))).sweep();
    assertThat(file).exists();

    Recordings later = recordings(InstantSource.fixed(LiveCall.NOON.plus(month).plusMillis(1)));
    assertThat(file).doesNotExist();
    assertThat(later.list()).isEmpty();
  }

  @Test
  void subject_canBeExportedAndDeleted() throws IOException {
    Path hers = call().with(Consent.of("Ada")).record(folder).orElseThrow();
    Recordings recordings = recordings(InstantSource.fixed(LiveCall.NOON));
    Path copy = folder.resolve("01KQSA0000AAAAAAAAAAAAAAAA.zip");
    Files.write(copy, Files.readAllBytes(hers));
    Files.delete(hers);
    Path his = call().with(Consent.of("Charles")).record(folder).orElseThrow();

    assertThat(recordings.export("Ada"))
        .extracting(Path::getFileName)
        .containsExactly(copy.getFileName());
    assertThat(recordings.deleteSubject("Ada")).isEqualTo(1);
    assertThat(left()).containsExactly(his);
  }

  @Test
  void subjectDeletedByAnotherProgram_endsTheRecording_andLeavesNothing() throws IOException {
    Recordings beside = recordings(InstantSource.fixed(LiveCall.NOON));
    Told told = new Told();
    Optional<Path> file =
        call()
            .with(Consent.of("Ada"))
            .at(Duration.ofSeconds(1), handle -> delete(beside))
            .record(
                LiveCall.settings(folder),
                (offload, clock, random) ->
                    Recordings.World.of(offload, clock, random).withListener(told));

    assertThat(file).isEmpty();
    assertThat(told.failed).containsExactly("live-1: its files are gone, somebody deleted them");
    assertThat(left()).isEmpty();
  }

  private static void delete(Recordings recordings) {
    try {
      assertThat(recordings.deleteSubject("Ada")).isEqualTo(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void foreignFilesAndLinks_areLeftAlone() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("elsewhere"));
    Path victim = Files.writeString(outside.resolve("victim.zip"), "precious");
    Path link = folder.resolve("01AAAAAAAAAAAAAAAAAAAAAAAA.zip");
    Files.createSymbolicLink(link, victim);
    Path foreign = Files.writeString(folder.resolve("notes.zip"), "mine");

    Recordings recordings = recordings(InstantSource.fixed(LiveCall.NOON));

    assertThat(recordings.list()).isEmpty();
    assertThat(victim).hasContent("precious");
    assertThat(foreign).hasContent("mine");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void fullDisk_endsTheRecording_notTheCall() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    Told told = new Told();
    Optional<Path> file =
        call()
            .record(
                LiveCall.settings(folder).withFloor(1_000),
                (offload, clock, random) ->
                    Recordings.World.of(offload, clock, random)
                        .withListener(told)
                        .withDisk(any -> looks.incrementAndGet() > 6 ? 999 : 1_000));

    assertThat(told.failed).containsExactly("live-1: less than 1000 bytes are free on the disk");
    Recorded recorded = read(file.orElseThrow());
    assertThat(recorded.whole()).isFalse();
    assertThat(recorded.fromOutside()).isNotEmpty();
    assertThat(text(file.get(), Layout.EVENTS)).endsWith("free on the disk\"}\n");
    assertThat(Replay.of(file.get(), LiveCall::detectors).isBrokenOff()).isTrue();
  }

  @Test
  void diskThatFails_endsTheRecording_notTheCall() {
    AtomicInteger looks = new AtomicInteger();
    Told told = new Told();
    Optional<Path> file =
        call()
            .record(
                LiveCall.settings(folder),
                (offload, clock, random) ->
                    Recordings.World.of(offload, clock, random)
                        .withListener(told)
                        .withDisk(
                            any -> {
                              if (looks.incrementAndGet() > 3) {
                                throw new IOException("No space left on device");
                              }
                              return Long.MAX_VALUE;
                            }));

    assertThat(told.failed).containsExactly("live-1: No space left on device");
    assertThat(read(file.orElseThrow()).whole()).isFalse();
  }

  @Test
  void quota_isKept() {
    Told told = new Told();
    call()
        .record(
            LiveCall.settings(folder).withQuota(100_000),
            (offload, clock, random) ->
                Recordings.World.of(offload, clock, random).withListener(told));
    assertThat(told.failed)
        .containsExactly("live-1: all recordings may have 100000 bytes and would have more");
  }

  @Test
  void mostEach_isKept() {
    Told told = new Told();
    call()
        .record(
            LiveCall.settings(folder).withMostEach(100_000),
            (offload, clock, random) ->
                Recordings.World.of(offload, clock, random).withListener(told));
    assertThat(told.failed)
        .containsExactly("live-1: a recording may have 100000 bytes and would have more");
  }

  @Test
  void slowDisk_endsTheRecording() {
    Told told = new Told();
    call()
        .record(
            LiveCall.settings(folder).withMostWaiting(5_000),
            (offload, clock, random) ->
                Recordings.World.of(offload, clock, random).withListener(told));
    assertThat(told.failed)
        .containsExactly("live-1: the disk is too slow: more than 5000 bytes were waiting for it");
  }

  @Test
  void redaction_seesEveryText_andPiecesAsAWhole() throws IOException {
    String secret = "4111 1111";
    LiveCall call =
        call()
            .with(
                ScriptedSettings.defaults()
                    .withHears("my card is " + secret)
                    .withTool("clock", "{\"card\":\"" + secret + "\"}"))
            .withTool()
            .with(
                Brief.defaults()
                    .withInstructions("never say " + secret)
                    .withTranscription(
                        Optional.of(new Transcription(Optional.empty(), Optional.empty()))))
            .at(
                Duration.ofSeconds(6),
                handle -> handle.say("your card is " + secret, dev.parley.engine.turn.SayWhen.CUT));
    Path file =
        call.record(
                LiveCall.settings(folder)
                    .withRedaction(text -> text.replace(secret, "#").replace("4111", "#")),
                Recordings.World::of)
            .orElseThrow();

    for (String name : List.of(Layout.SESSION, Layout.EVENTS, Layout.CAPTIONS)) {
      assertThat(text(file, name)).as(name).doesNotContain("4111").contains("#");
    }
    Comparison comparison = Replay.of(file, LiveCall::detectors).run(folder.resolve("replay.zip"));
    assertThat(comparison.differences()).extracting(Comparison.Difference::sentence).isEmpty();
  }

  @Test
  void redactionThatThrows_writesNothingUnseen() {
    Told told = new Told();
    call()
        .record(
            LiveCall.settings(folder)
                .withRedaction(
                    text -> {
                      throw new IllegalStateException("secret: " + text);
                    }),
            (offload, clock, random) ->
                Recordings.World.of(offload, clock, random).withListener(told));
    assertThat(told.failed)
        .containsExactly("live-1: it could not be written: IllegalStateException");
    assertThat(told.kept).isEmpty();
  }

  @Test
  void deletingASubject_endsWhatIsBeingRecorded() throws IOException {
    List<Recordings> all = new ArrayList<>();
    try (var world =
        dev.parley.engine.time.VirtualWorld.<Void>create(
            org.apache.pekko.actor.typed.javadsl.Behaviors.empty(), "live")) {
      LiveCall call =
          call()
              .with(Consent.of("Ada"))
              .at(Duration.ofSeconds(3), handle -> delete(all.getFirst()));
      Optional<Path> file =
          world.run(
              system -> {
                try {
                  all.add(
                      Recordings.in(
                          LiveCall.settings(folder),
                          Recordings.World.of(
                              Offload.of(system),
                              InstantSource.fixed(LiveCall.NOON),
                              new SplittableRandom(1))));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                return call.start(system, all.getFirst());
              },
              Duration.ofMinutes(1));
      assertThat(file).isEmpty();
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void settings_refuseNonsense() {
    assertThatThrownBy(() -> RecorderSettings.in(folder).withQuota(0))
        .hasMessage("quota must be positive, got 0");
    assertThatThrownBy(() -> RecorderSettings.in(folder).withRetention(Duration.ZERO))
        .hasMessageContaining("retention must be positive");
    assertThatThrownBy(() -> Consent.of(" ")).hasMessageContaining("a subject has 1 to 256");
  }
}
