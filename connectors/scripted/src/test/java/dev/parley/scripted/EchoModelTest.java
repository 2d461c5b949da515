package dev.parley.scripted;

import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static dev.parley.scripted.ModelRun.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EchoModelTest {

  private static final int RATE = 16_000;

  private final ModelRun run =
      new ModelRun(new EchoModel(Duration.ofMillis(50)), AudioFormat.pcm16(RATE));

  private static Position at(long sample) {
    return new Position(sample, RATE);
  }

  private static Captured audio(int from, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) (from + i);
    }
    return new Captured(at(from), Samples.wrap(pcm));
  }

  private Samples echoed(long n) {
    return run.audio(main(n)).stream()
        .map(Spoken::samples)
        .reduce(Samples.silence(0), Samples::append);
  }

  @Test
  void reply_afterATurn_saysItBackToTheSample() {
    run.hears(0, audio(0, 320))
        .hears(0, new Signal.SpeechStarted(at(100), at(320)))
        .hears(20, audio(320, 320))
        .hears(40, audio(640, 320))
        .hears(60, new Signal.SpeechStopped(at(700), at(960)))
        .send(70, reply(main(1)))
        .run();

    assertThat(echoed(1)).isEqualTo(audio(100, 600).samples());
    assertThat(run.audio(main(1)).getFirst().rate()).isEqualTo(RATE);
  }

  @Test
  void secondTurn_isEchoedAlone() {
    run.hears(0, new Signal.SpeechStarted(at(0), at(0)))
        .hears(0, audio(0, 320))
        .hears(0, new Signal.SpeechStopped(at(320), at(320)))
        .send(10, reply(main(1)))
        .hears(100, new Signal.SpeechStarted(at(400), at(640)))
        .hears(100, audio(320, 320))
        .hears(110, new Signal.SpeechStopped(at(600), at(640)))
        .send(120, reply(main(2)))
        .run();

    assertThat(echoed(2)).isEqualTo(audio(400, 200).samples());
  }

  @Test
  void gap_inTheTurn_isSilence() {
    run.hears(0, new Signal.SpeechStarted(at(0), at(0)))
        .hears(0, audio(0, 100))
        .hears(0, new Gap(at(100), 50, Gap.Cause.LOST))
        .hears(0, audio(150, 50))
        .hears(0, new Signal.SpeechStopped(at(200), at(200)))
        .send(10, reply(main(1)))
        .run();

    assertThat(echoed(1))
        .isEqualTo(
            audio(0, 100).samples().append(Samples.silence(50)).append(audio(150, 50).samples()));
  }

  @Test
  void commit_withoutSpeechSignals_echoesWhatWasCommitted() {
    run.hears(0, audio(0, 640))
        .send(10, new Command.Commit(at(640)))
        .send(20, reply(main(1)))
        .hears(200, audio(640, 320))
        .send(210, new Command.Clear(at(800)))
        .send(220, new Command.Commit(at(960)))
        .send(230, reply(main(2)))
        .run();

    assertThat(echoed(1)).isEqualTo(audio(0, 640).samples());
    assertThat(echoed(2)).isEqualTo(audio(800, 160).samples());
  }

  @Test
  void limit_cutsIt_andTextIsNotForIt() {
    run.briefed(Brief.defaults().withMostTokens(OptionalInt.of(2)).withOutput(Output.TEXT))
        .hears(0, audio(0, RATE))
        .send(10, new Command.Commit(at(RATE)))
        .send(20, reply(main(1)))
        .run();

    assertThat(echoed(1)).isEqualTo(audio(0, RATE / 10).samples());
    assertThat(run.outcome(main(1))).isEqualTo(ReplySignal.Outcome.LIMITED);
  }

  @Test
  void longTurn_keepsItsLastThirtySeconds() {
    run.hears(0, new Signal.SpeechStarted(at(0), at(0)));
    for (int second = 0; second < 40; second++) {
      run.hears(0, audio(second * RATE, RATE));
    }
    run.hears(5, new Signal.SpeechStopped(at(40L * RATE), at(40L * RATE)))
        .send(10, reply(main(1)))
        .run();

    assertThat(run.samples(main(1))).isEqualTo(30L * RATE);
  }

  @Test
  void nothingHeard_answersWithoutAudio_andSayIsUnsupported() {
    run.send(0, reply(main(1))).send(0, new Command.Say("Hello", say(1))).run();

    assertThat(run.acks()).containsExactly(Ack.DONE, Ack.UNSUPPORTED);
    assertThat(run.frames()).hasSize(4);
  }

  @Test
  void parse_negativeOrUnknown_isRefused() {
    assertThat(EchoModel.parse("echo").name()).isEqualTo("echo");
    assertThatThrownBy(() -> EchoModel.parse("echo:reply=4s"))
        .hasMessage("echo has no option \"reply\": valid are think");
    assertThatThrownBy(() -> new EchoModel(Duration.ofMillis(-1)))
        .hasMessageContaining("think must not be negative");
  }
}
