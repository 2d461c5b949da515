package dev.parley.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Catalogue;
import dev.parley.app.config.Flag;
import dev.parley.engine.time.Offload;
import dev.parley.recorder.RecorderSettings;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.replay.Comparison;
import dev.parley.recorder.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --record}, from the connection to the file and its replay. */
class RecordedServingTest {

  private final Path folder;
  private final Path kept;

  RecordedServingTest(@TempDir Path folder) {
    this.folder = folder;
    this.kept = folder.resolve("kept");
  }

  private Serving start(String consent) throws Exception {
    return Servers.start(
        folder,
        "record.floor = 0\n",
        new Flag("--record", "record.dir", kept.toString()),
        new Flag("--consent", "record.consent", consent));
  }

  /** Asks in writing and aloud, and leaves. */
  private static void talk(Serving serving, String query, Map<String, String> headers)
      throws Exception {
    try (Client client = Client.connect(serving, query, headers)) {
      client.ask("hello");
      client.say(/* loud= */ true, 800).say(/* loud= */ false, 1_500);
      client.await("input_audio_buffer.speech_stopped");
      client.await("response.done");
    }
  }

  private static void stop(Serving serving) throws Exception {
    serving.stop().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(kept)) {
      return all.toList();
    }
  }

  private static Recordings recordings(Path folder) throws IOException {
    return Recordings.in(
        RecorderSettings.in(folder),
        Recordings.World.of(
            Offload.on(Runnable::run), InstantSource.system(), new SplittableRandom(1)));
  }

  private void assertReplays(Path file) throws IOException {
    Comparison replay = Replay.of(file, Catalogue::detector).run(folder.resolve("replay.zip"));
    assertThat(replay.differences()).extracting(Comparison.Difference::sentence).isEmpty();
  }

  @Test
  void session_isRecorded_andReplaysTheSame() throws Exception {
    Serving serving = start("all");
    talk(serving, "?model=any", Map.of());
    stop(serving);

    assertThat(files()).singleElement().asString().endsWith(".zip");
    Replay replay = Replay.of(files().getFirst(), Catalogue::detector);
    assertThat(replay.isBrokenOff()).isFalse();
    assertThat(replay.about().rooms().detector()).isEqualTo("energy");
    assertThat(replay.tally().turns()).isEqualTo(1);
    assertThat(replay.tally().replies()).isEqualTo(2);
    assertReplays(files().getFirst());
  }

  @Test
  void settingsThatChangeInMidCall_replayTheSame() throws Exception {
    Serving serving = start("all");
    try (Client client = Client.connect(serving)) {
      client.send(
          "{'type':'session.update','session':{'type':'realtime','instructions':'Be brief.',"
              + "'audio':{'input':{'turn_detection':{'type':'server_vad','threshold':0.7,"
              + "'silence_duration_ms':300}},'output':{'speed':1.2}}}}");
      client.await("session.updated");
      client.say(/* loud= */ true, 700).say(/* loud= */ false, 900);
      client.await("response.done");
      client.say(/* loud= */ true, 700).say(/* loud= */ false, 900);
      client.await("response.done");
    }
    stop(serving);

    assertThat(Replay.of(files().getFirst(), Catalogue::detector).tally().turns()).isEqualTo(2);
    assertReplays(files().getFirst());
  }

  @Test
  void whereClientsAreAsked_onlyYesIsRecorded() throws Exception {
    Serving serving = start("asked");
    talk(serving, "?model=any", Map.of());
    talk(serving, "?model=any", Map.of("Parley-Record", "no"));
    talk(serving, "?model=any&record=yes&subject=first", Map.of());
    talk(
        serving,
        "?model=any",
        Map.of("Parley-Record", "yes", "OpenAI-Safety-Identifier", "second"));
    stop(serving);

    assertThat(files()).hasSize(2);
    assertThat(recordings(kept).export("first")).hasSize(1);
    assertThat(recordings(kept).export("second")).hasSize(1);
  }

  @Test
  void whereAllAgree_noIsStillNo_andSoIsANameThatCannotBeKept() throws Exception {
    Serving serving = start("all");
    talk(serving, "?model=any&record=no", Map.of());
    talk(serving, "?model=any&subject=" + "x".repeat(300), Map.of());
    stop(serving);

    assertThat(files()).isEmpty();
  }

  @Test
  void subject_isDeleted_beforeAndAfterTheEndOfItsSession() throws Exception {
    Serving serving = start("all");
    talk(serving, "?model=any&subject=caller-1", Map.of());
    talk(serving, "?model=any&subject=caller-2", Map.of());
    stop(serving);

    assertThat(recordings(kept).deleteSubject("caller-1")).isEqualTo(1);
    assertThat(recordings(kept).export("caller-1")).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void shutdownInMidSession_leavesAReadableFile() throws Exception {
    Serving serving = start("all");
    try (Client client = Client.connect(serving)) {
      client.ask("hello");
      stop(serving);

      assertThat(client.closeCode()).isEqualTo(1012);
    }
    assertThat(files()).singleElement().asString().endsWith(".zip");
    assertThat(Replay.of(files().getFirst(), Catalogue::detector).isBrokenOff()).isFalse();
    assertReplays(files().getFirst());
  }

  @Test
  void greeting_saysThatSessionsAreRecorded() throws Exception {
    Serving serving = start("asked");
    try {
      assertThat(serving.greeting(Optional.empty()))
          .contains("  records  " + kept + " : sessions whose client says yes (?record=yes)");
    } finally {
      stop(serving);
    }
  }

  @Test
  void withoutTheOption_nothingIsRecorded() throws Exception {
    Serving serving = Servers.start(folder, "");
    talk(serving, "?model=any&record=yes", Map.of());
    assertThat(serving.greeting(Optional.empty())).noneMatch(line -> line.contains("records"));
    stop(serving);

    assertThat(folder.resolve("kept")).doesNotExist();
  }

  @Test
  void folderThatCannotBe_isToldInOneSentence() throws Exception {
    Files.writeString(kept, "a file");

    assertThatThrownBy(() -> start("all"))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("recordings cannot be kept in " + kept + ": ");
  }

  @Test
  void fullDisk_endsTheRecording_notTheCall() throws Exception {
    Serving serving =
        Servers.start(folder, "record { dir = kept, consent = all, floor = 1024GiB }\n");
    try (Client client = Client.connect(serving)) {
      JsonNode done = client.ask("hello");
      assertThat(done.at("/response/status").asText()).isEqualTo("completed");
      client.say(/* loud= */ true, 800).say(/* loud= */ false, 1_500);
      assertThat(client.await("response.done").at("/response/status").asText())
          .isEqualTo("completed");
    }
    stop(serving);
  }
}
