package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked wrongly is told in one sentence on standard error, and leaves no trace. */
class BadInputTest {

  private static final int RATE = 16_000;

  private final Path folder;

  BadInputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.createFile(folder.resolve("empty.wav"));
    Files.writeString(folder.resolve("text.txt"), "hello, this is text and no audio\n");
    Files.write(folder.resolve("header.flac"), Arrays.copyOf(flac(16_000), 30));
    Path mono = folder.resolve("mono.wav");
    try (WavFile wav = WavFile.create(mono, RATE, 1)) {
      wav.append(Samples.silence(RATE));
    }
    byte[] whole = Files.readAllBytes(mono);
    Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("header.wav"), Arrays.copyOf(whole, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          talk @none.wav                          | none.wav does not exist
          talk @folder                            | folder is a folder
          talk @empty.wav                         | empty.wav is empty
          talk @text.txt                          | text.txt is neither WAV nor FLAC
          talk @cut.wav                           | cut.wav is cut off
          talk @header.wav                        | header.wav ends before its audio begins
          talk @header.flac                       | header.flac ends before its audio begins
          talk @mono.wav --channel 1              | mono.wav has no channel 1
          talk @mono.wav --channel -1             | --channel counts from 0, got -1
          talk @mono.wav --channel left           | --channel
          talk @mono.wav @mono.wav                | Unmatched argument
          talk --model nobody                     | --model: unknown model "nobody": choose one of scripted,
          talk --model scripted:loud=1            | --model: scripted has no option "loud"
          talk --model scripted:think=soon        | "think"
          talk --model scripted:reply=-1s         | "reply"
          talk --model echo:think                 | echo
          talk --model script                     | --model: a script model needs its file: script:FILE
          talk --model cascade:nonsense           | --model: there is no recogniser "nonsense": choose
          talk --model cascade:vosk:@none         | --model:
          talk --model script:@none.txt           | there is no script
          talk --model script:@text.txt           | text.txt, line 1
          talk --tools @none.json                 | none.json does not exist: name a file of tools,
          talk --tools @folder                    | folder is a folder: name a file of tools,
          talk --tools @text.txt                  | --tools: text.txt is no JSON: see line 1
          talk --vad nobody                       | --vad: unknown speech detector "nobody": choose one of
          talk --eagerness keen                   | --eagerness
          talk --pace slow                        | --pace
          talk --out @text.txt                    | text.txt is a file: name a folder instead
          talk --out @text.txt/sub                | sub cannot be made: name another folder
          talk --out                              | --out
          talk --mic                              | --mic goes with --pace real only
          talk --mic @mono.wav                    | give a file or --mic, not both
          talk --loud                             | Unknown option: '--loud'
          shout                                   | there is no command "shout"
          --shout                                 | Unknown option: '--shout'
          serve --port many                       | --port: serve.port must be a whole number
          serve --host 0.0.0.0                    | without any API key
          serve --model nobody                    | --model: unknown model "nobody"
          serve --model cascade:nonsense          | --model: there is no recogniser "nonsense": choose
          serve --tools @none.json                | none.json does not exist
          serve --tools @text.txt                 | --tools: text.txt is no JSON: see line 1
          serve --vad nobody                      | --vad: serve.vad must be one of
          serve --drain 600                       | --drain: serve.drain must be a time
          serve --cert @none.pem                  | --cert: serve.tls.certificate needs serve.tls.key
          serve --cert @none.pem --key @text.txt  | --cert: serve.tls.certificate cannot be read
          serve --config @none.conf               | none.conf: there is no such file
          serve --loud                            | Unknown option: '--loud'
          config                                  | say what: parley config check, show or example
          config repair                           | Unmatched argument
          config check @none.conf                 | none.conf: there is no such file
          config show @folder                     | folder: this cannot be read
          config check @text.txt                  | text.txt:1
          key                                     | say what: parley key new
          key new --account a!b                   | An account's name has 1 to 64 letters
          models all                              | Unmatched argument
          plan @none.wav                          | none.wav does not exist
          plan --as poem                          | --as
          plan --model nobody                     | --model: unknown model "nobody"
          twilio-sim                              | Missing required parameter: 'FILE'
          twilio-sim @mono.wav                    | say which telephone: --public-base and --auth-token-file
          twilio-sim @mono.wav --public-base a    | --public-base: twilio.public-base needs twilio.auth-token, too
          twilio-sim @mono.wav --public-base http://a --auth-token-file @none | the file that twilio.auth-token names cannot be read
          twilio-sim @mono.wav --public-base a --auth-token-file @text.txt | --public-base: twilio.public-base: the public base must
          twilio-sim @none.wav --public-base http://a --auth-token-file @text.txt | none.wav does not exist
          twilio-sim @text.txt --public-base http://a --auth-token-file @text.txt | text.txt is neither WAV nor FLAC
          twilio-sim @mono.wav --public-base http://a --auth-token-file @text.txt --url a | --url: write ws://HOST:PORT
          twilio-sim @mono.wav --public-base http://a --auth-token-file @text.txt --agent a/b | --agent: an agent's name must be
          twilio-sim @mono.wav --public-base http://a --auth-token-file @text.txt --press 5 | --press: write TIME=KEYS such as
          twilio-sim @mono.wav --public-base http://a --auth-token-file @text.txt --press 5=1 | --press: write a time such as
          twilio-sim @mono.wav --public-base http://a --auth-token-file @text.txt --out @text.txt | text.txt is a file: name a folder, or
          twilio-sim @mono.wav --channel 1 --public-base http://a --auth-token-file @text.txt | mono.wav has no channel 1
          twilio-sim @mono.wav --channel -1       | --channel counts from 0, got -1
          twilio-sim @mono.wav --listen soon      | --listen: write a time such as
          twilio-sim @mono.wav --listen 1s --stay | give --listen or --stay, not both
          eval @folder                            | folder has no manifest.jsonl
          eval @none                              | none has no manifest.jsonl
          eval @folder --kinds nothing            | --kinds
          eval @folder --trials 0                 | trials must be 1 to 10000, got 0
          eval @folder --vad nobody               | --vad: unknown speech detector "nobody"
          """)
  void wrongQuestion_isToldInOneSentence_andLeavesNoTrace(String command, String sentence)
      throws IOException {
    Map<String, String> before = files();

    Program program = Program.run(arguments(command));

    assertThat(program.code()).isEqualTo(2);
    assertThat(program.err())
        .singleElement()
        .asString()
        .startsWith("parley: ")
        .contains(sentence)
        .doesNotContain("Exception");
    assertThat(program.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void microphoneThatIsMissing_isToldInOneSentence() throws IOException {
    assumeFalse(
        Parts.all().stream().anyMatch(p -> p.name().equals("microphone") && p.found()),
        "this machine has a microphone");
    Map<String, String> before = files();

    Program program = Program.run("talk", "--mic", "--out", folder.resolve("out").toString());

    assertThat(program.code()).isEqualTo(1);
    assertThat(program.err()).singleElement().asString().contains("connect one");
    assertThat(program.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  /** Its header is whole, so the fault comes to light in the middle of the call. */
  @Test
  void recordingThatBreaksOff_failsTheCall_inOneSentence_andLeavesWholeFiles() throws IOException {
    Files.write(folder.resolve("cut.flac"), flac(16_000));

    Program program = Program.run(arguments("talk @cut.flac"));

    assertThat(program.code()).isEqualTo(1);
    assertThat(program.err())
        .singleElement()
        .asString()
        .startsWith("parley: the call failed: ")
        .contains("cut.flac is damaged or cut off");
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("call.wav", "call.json", "call.html");
    }
  }

  private String[] arguments(String command) {
    Stream<String> words = Arrays.stream(command.replace("@", folder + "/").split(" "));
    Stream<String> fast =
        command.startsWith("talk") && !command.contains("--pace")
            ? Stream.of("--pace", "fast")
            : Stream.of();
    Stream<String> out =
        command.startsWith("talk") && !command.contains("--out")
            ? Stream.of("--out", folder.resolve("out").toString())
            : Stream.of();
    return Stream.of(words, fast, out).flatMap(s -> s).toArray(String[]::new);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Path root : new Path[] {folder, Path.of("parley-call")}) {
      if (Files.exists(root)) {
        try (Stream<Path> all = Files.walk(root)) {
          for (Path path : all.toList()) {
            found.put(
                path.toString(),
                Files.isDirectory(path) ? "folder" : Arrays.toString(Files.readAllBytes(path)));
          }
        }
      }
    }
    return found;
  }

  /** The beginning of a FLAC file that promises so many samples. */
  private static byte[] flac(long samples) {
    return ByteBuffer.allocate(4 + 4 + 34)
        .put(new byte[] {'f', 'L', 'a', 'C'})
        .putInt(0x80 << 24 | 34)
        .putShort((short) 4_096)
        .putShort((short) 4_096)
        .put(new byte[6])
        .putLong((long) RATE << 44 | 15L << 36 | samples)
        .array();
  }
}
