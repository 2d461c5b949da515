package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.config.Loaded;
import dev.parley.app.config.Loader;
import dev.parley.app.config.ServeConfig;
import dev.parley.app.config.Surroundings;
import dev.parley.app.serve.ServedModels;
import dev.parley.app.serve.ServedTools;
import dev.parley.app.serve.Serving;
import dev.parley.audio.codec.Channels;
import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import dev.parley.files.AudioFile;
import dev.parley.recorder.replay.Comparison;
import dev.parley.recorder.replay.Replay;
import dev.parley.scripted.ToneVoice;
import dev.parley.testkit.Frames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley twilio-sim} against a server that runs. */
class TwilioSimCommandTest {

  private static final Voice VOICE = new ToneVoice(24_000);

  private final Path folder;
  private @Nullable Serving serving;

  TwilioSimCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void makeCaller() throws Exception {
    Files.writeString(folder.resolve("token"), "a-token-of-some-length\n");
    int rate = 16_000;
    try (WavFile wav = WavFile.create(folder.resolve("caller.wav"), rate, 1)) {
      wav.append(Frames.tone(300, rate, rate / 2).append(Samples.silence(rate)));
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (serving != null) {
      serving.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
      serving = null;
    }
  }

  /** Starts a server, and says where it is. */
  private String serve(String conf) throws Exception {
    String base =
        """
        serve { port = 0, vad = energy, threads = 1, drain = 0s }
        models.default = "scripted:think=0ms,reply=1s"
        """;
    Path file = Files.writeString(folder.resolve("test.conf"), base + conf);
    Loaded loaded = Loader.load(new Surroundings(Map.of(), folder), Optional.of(file), List.of());
    ServeConfig config = ((Loaded.Ready) loaded).config();
    serving =
        Serving.start(config, ServedModels.of(config, VOICE).models(), ServedTools.of(config));
    return "ws://127.0.0.1:" + serving.address().getPort();
  }

  private static final String PHONE =
      "twilio { public-base = \"https://a.example\", auth-token = \"file:token\", greeting = none"
          + " }\n";

  private Program sim(String url, String... more) {
    String[] all = new String[6 + more.length];
    all[0] = "twilio-sim";
    all[1] = folder.resolve("caller.wav").toString();
    all[2] = "--url";
    all[3] = url;
    all[4] = "--out";
    all[5] = folder.resolve("out").toString();
    System.arraycopy(more, 0, all, 6, more.length);
    return Program.run(all);
  }

  @Test
  void call_isHeld_toldInAFewLines_andRecordedInTwoChannels() throws Exception {
    String url = serve(PHONE);

    Program program =
        sim(url, "--config", folder.resolve("test.conf").toString(), "--listen", "1500ms");

    assertThat(program.err()).isEmpty();
    assertThat(program.code()).isZero();
    assertThat(program.out()).element(0).isEqualTo("calling " + url + " with caller.wav, 1.5 s");
    assertThat(program.out())
        .contains("call       3.0 s, ended by the caller, who hung up")
        .anyMatch(line -> line.matches("answers +\\d+ ms from the end of speech.*"));
    AudioFile wav = AudioFile.open(folder.resolve("out/phone.wav"));
    assertThat(wav.format().channels()).isEqualTo(2);
    assertThat(wav.format().rate()).isEqualTo(8_000);
    assertThat(wav.length().toMillis()).isEqualTo(3_000);
    assertThat(loudest(wav, 0)).isGreaterThan(1_000);
    assertThat(loudest(wav, 1)).isGreaterThan(1_000);
  }

  @Test
  void recordedCall_replaysTheSame() throws Exception {
    Path kept = folder.resolve("kept");
    String url =
        serve(PHONE + "record { dir = \"%s\", consent = all, floor = 0 }\n".formatted(kept));
    Program program =
        sim(url, "--config", folder.resolve("test.conf").toString(), "--listen", "1500ms");
    assertThat(program.code()).isZero();
    stop();

    Path file;
    try (Stream<Path> files = Files.list(kept)) {
      file = files.filter(each -> each.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
    Replay replay = Replay.of(file, Catalogue::detector);

    assertThat(replay.tally().turns()).isPositive();
    assertThat(replay.about().subject().orElseThrow()).startsWith("+");
    assertThat(replay.run(folder.resolve("replay.zip")).differences())
        .extracting(Comparison.Difference::sentence)
        .isEmpty();
  }

  private static int loudest(AudioFile wav, int channel) {
    Samples all = wav.load(Channels.only(channel));
    int loudest = 0;
    for (int i = 0; i < all.count(); i++) {
      loudest = Math.max(loudest, Math.abs(all.at(i)));
    }
    return loudest;
  }

  @Test
  void keys_areToldToTheModel_andTheOtherSideMayHangUp() throws Exception {
    String url = serve(PHONE + "twilio { keys-pause = 100ms, silence = 2s }\n");

    Program program =
        sim(
            url,
            "--config",
            folder.resolve("test.conf").toString(),
            "--press",
            "100ms=12#",
            "--stay");

    assertThat(program.code()).isZero();
    assertThat(program.out())
        .anyMatch(line -> line.contains("ended by the server (close code 1000)"))
        .contains("then       hang up");
  }

  @Test
  void wrongToken_isTold_withTheTwoSettingsToCompare() throws Exception {
    String url = serve(PHONE);
    Path other = Files.writeString(folder.resolve("other"), "another-token");

    Program program =
        sim(url, "--public-base", "https://a.example", "--auth-token-file", other.toString());

    assertThat(program.code()).isEqualTo(1);
    assertThat(program.err())
        .containsExactly(
            "parley: the server refuses the signature (403): twilio.auth-token and"
                + " twilio.public-base must be the same there and here");
    assertThat(folder.resolve("out/phone.wav")).doesNotExist();
  }

  @Test
  void serverWithoutTelephone_andNone_areTold() throws Exception {
    String url = serve("");
    String[] who = {
      "--public-base", "https://a.example", "--auth-token-file", folder.resolve("token").toString()
    };

    assertThat(sim(url, who).err())
        .containsExactly(
            "parley: the server has no telephone (404): set twilio.public-base and"
                + " twilio.auth-token there");
    stop();
    serving = null;
    Program nobody = sim(url, who);
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err())
        .containsExactly(
            "parley: nobody answers at "
                + url
                + ": start the server ('parley serve'), or name its address with --url");
  }

  @Test
  void agentThatNobodyKnows_isACallThatNobodyTakes() throws Exception {
    String url = serve(PHONE);

    Program program =
        sim(url, "--config", folder.resolve("test.conf").toString(), "--agent", "nobody");

    assertThat(program.code()).isEqualTo(1);
    assertThat(program.err())
        .last() // behind the server's own, which is in the same program
        .asString()
        .startsWith(
            "parley: nobody takes the call: the server tells Twilio to say \"All our lines");
  }
}
