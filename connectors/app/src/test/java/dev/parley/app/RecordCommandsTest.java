package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code talk --record}, {@code replay} and {@code recordings}, as people use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordCommandsTest {

  private final Path folder;
  private final Path kept;
  private Path file = Path.of("");

  RecordCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    this.kept = folder.resolve("kept");
  }

  @BeforeAll
  void talk() throws IOException {
    Program talk =
        Program.run(
            "talk",
            "--pace",
            "fast",
            "--vad",
            "webrtc",
            "--model",
            "scripted:think=100ms,reply=3s",
            "--out",
            folder.resolve("call").toString(),
            "--record",
            kept.toString());
    assertThat(talk.err()).isEmpty();
    assertThat(talk.code()).isZero();
    try (Stream<Path> files = Files.list(kept)) {
      file = files.findFirst().orElseThrow();
    }
    assertThat(talk.out()).last().isEqualTo("recorded in " + file);
  }

  private static Program replay(Object... arguments) {
    List<String> line =
        Stream.concat(Stream.of("replay"), Stream.of(arguments).map(Object::toString)).toList();
    return Program.run(line.toArray(String[]::new));
  }

  @Test
  void replay_ofATalk_isTheSame_andSoIsTheReplaysReplay() throws IOException {
    Path once = folder.resolve("once.zip");
    Path twice = folder.resolve("twice.zip");

    Program program = replay(file, "--out", once);

    assertThat(program.err()).isEmpty();
    assertThat(program.code()).isZero();
    assertThat(program.out())
        .satisfiesExactly(
            what -> assertThat(what).matches("talk-1: [0-9.]+ s at the door file with scripted.*"),
            figures ->
                assertThat(figures).matches("[0-9]+ turns, [0-9]+ replies, [0-9]+ cuts?, .*"),
            same -> assertThat(same).isEqualTo("The replay is the same."),
            where -> assertThat(where).isEqualTo("its own recording is " + once));
    assertThat(replay(once, "--out", twice).code()).isZero();
    assertThat(twice).hasSameBinaryContentAs(once);
  }

  @Test
  void changedThreshold_namesTheFirstDifference() {
    Program program = replay(file, "--threshold", "0.98");

    assertThat(program.code()).isEqualTo(1);
    assertThat(program.out()).hasSize(4);
    assertThat(program.out().get(2)).matches("The replay differs: .*[0-9]+ (turn|cut|stretch).*");
    assertThat(program.out().get(3)).startsWith("At ").contains("the recording has ");
  }

  @Test
  void changedSilence_andDetector_differ() {
    assertThat(replay(file, "--silence", "2s").code()).isEqualTo(1);
    assertThat(replay(file, "--vad", "energy").code()).isEqualTo(1);
    assertThat(replay(file, "--threshold", "0.5").code()).isZero();
  }

  @Test
  void manyReplays_areATable_andTheWorstIsTheCode() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    Files.copy(file, many.resolve("a.zip"));
    Files.copy(file, many.resolve("b.zip"));

    Program same = replay(many);
    assertThat(same.code()).isZero();
    assertThat(same.out())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("recording "),
            a -> assertThat(a).startsWith("a.zip ").endsWith("  same"),
            b -> assertThat(b).startsWith("b.zip ").endsWith("  same"),
            total -> assertThat(total).isEqualTo("2 the same, 0 different, 0 unreadable, of 2"));
    assertThat(replay(file, many, "--threshold", "0.98").out())
        .last()
        .isEqualTo("0 the same, 3 different, 0 unreadable, of 3");
    Files.writeString(many.resolve("c.zip"), "no zip");
    Program broken = replay(many);
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.out()).last().isEqualTo("2 the same, 0 different, 1 unreadable, of 3");
  }

  @Test
  void brokenOrForeignFile_isToldInOneSentence() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    Path cut = folder.resolve("cut.zip");
    byte[] whole = Files.readAllBytes(file);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    Path foreign = folder.resolve("foreign.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
      zip.putNextEntry(new ZipEntry("letter.txt"));
    }
    Path other = folder.resolve("other.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("session.json"));
      zip.write("{\"format\":\"something\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    for (Path bad : List.of(text, cut, foreign, other, folder.resolve("none.zip"))) {
      Program program = replay(bad);
      assertThat(program.code()).isEqualTo(2);
      assertThat(program.out()).isEmpty();
      assertThat(program.err())
          .singleElement()
          .asString()
          .startsWith("parley: ")
          .contains(bad.getFileName().toString());
    }
  }

  @Test
  void replay_thatIsAskedWrongly_isToldInOneSentence() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThat(wrong(replay(empty))).contains("there is no recording (*.zip) in ");
    assertThat(wrong(replay(file, file, "--out", "x.zip"))).contains("--out goes with one");
    assertThat(wrong(replay(file, "--out", file))).contains("is the recording");
    assertThat(wrong(replay(file, "--out", folder.resolve("no/x.zip"))))
        .contains("its folder does not exist");
    assertThat(wrong(replay(file, "--threshold", "2"))).contains("--threshold must be 0 to 1");
    assertThat(wrong(replay(file, "--silence", "soon"))).contains("--silence must be a time");
    assertThat(wrong(replay(file, "--vad", "bat"))).contains("--vad: unknown speech detector");
    assertThat(wrong(replay())).contains("FILE");
  }

  @Test
  void recordings_areListedExportedAndDeleted() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.copy(file, own.resolve(file.getFileName()));
    String dir = own.toString();

    Program list = Program.run("recordings", dir);
    assertThat(list.code()).isZero();
    assertThat(list.out())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(file.getFileName() + "  ").contains("scripted"),
            count -> assertThat(count).isEqualTo("1 recording"));
    assertThat(Program.run("recordings", dir, "list", "--subject", "nobody").out())
        .containsExactly("0 recordings");
    assertThat(Program.run("recordings", dir, "delete", "--subject", "nobody").out())
        .containsExactly("deleted 0 recordings");
    assertThat(wrong(Program.run("recordings", dir, "delete"))).contains("--subject");
    assertThat(wrong(Program.run("recordings", dir, "export", "--subject", "a"))).contains("--to");
    assertThat(wrong(Program.run("recordings", dir, "list", "--to", "x"))).contains("--to goes");
    assertThat(wrong(Program.run("recordings", file.toString()))).contains("is a file");
    assertThat(wrong(Program.run("recordings", folder.resolve("no").toString())))
        .contains("does not exist");
    assertThat(own.resolve(file.getFileName())).exists();
  }

  @Test
  void serveAndTalk_thatCannotRecord_sayWhy() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "a file");

    assertThat(wrong(Program.run("serve", "--record", kept.toString())))
        .startsWith("parley: --record: recording needs consent: --consent all ");
    assertThat(wrong(Program.run("serve", "--consent", "all")))
        .startsWith("parley: --consent: consent goes with recording: ");
    assertThat(wrong(Program.run("serve", "--record", "x", "--consent", "some")))
        .contains("record.consent must be one of none, all, asked");
    assertThat(wrong(Program.run("talk", "--record", text.toString()))).contains("is a file");
  }

  private static String wrong(Program program) {
    assertThat(program.code()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).hasSize(1);
    return program.err().getFirst();
  }
}
