package dev.parley.app.report;

import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up call of five turns, two interruptions and a tool call, with audio to match. */
final class SampleCall {

  private static final int RATE = 16_000;

  private SampleCall() {}

  /** The report; the name of the caller's file may be as hostile as it likes. */
  static CallReport report(String file) {
    List<CallReport.Turn> turns =
        List.of(
            turn(
                1,
                900,
                2850,
                reply(1, "Good morning, this is the library. How can I help?", 3280, 6140, false)),
            turn(
                2,
                7100,
                9640,
                reply(2, "Let me look that up.", 10_062, 11_201, false),
                List.of(reply(6, "The reading room opens at nine o'clock,", 11_890, 14_352, true)),
                new CallReport.ToolCall(
                    "opening_hours",
                    "{\"room\":\"reading\",\"day\":\"Monday\",\"branches\":[\"north\",\"harbour\"]}",
                    "{\"opens\":\"09:00\",\"closes\":\"19:30\"}",
                    9_940,
                    1_700.0)),
            turn(3, 14_260, 16_020, reply(3, "Yes, on Mondays too.", 16_432, 18_010, false)),
            turn(
                4,
                18_900,
                21_480,
                reply(4, "You can bring three books at a", 21_925, 24_118, true)),
            turn(5, 23_990, 25_700, null));
    List<CallReport.Interruption> interruptions =
        List.of(
            new CallReport.Interruption("main-6", 14_260, 14_320, 14_352, 0, 59_088),
            new CallReport.Interruption("main-4", 23_990, 24_070, 24_118, 2, 52_632));
    return new CallReport(
        "virtual",
        new CallReport.Input(file, 26.4, 8000),
        "scripted (library.yaml)",
        27_500,
        List.of(
            "door     files                    8000 Hz MULAW mono",
            "stage    decode                   8000 Hz MULAW mono -> 8000 Hz PCM16 mono",
            "stage    resample                 8000 Hz PCM16 mono -> 16000 Hz PCM16 mono",
            "stage    silero                   16000 Hz PCM16 mono  (edge: backpressure)",
            "model    scripted                 16000 Hz PCM16 mono -> 24000 Hz PCM16 mono",
            "playout  playout                  24000 Hz PCM16 mono -> 8000 Hz PCM16 mono  (20 ms"
                + " frames, drop oldest)"),
        turns,
        List.of(new CallReport.Said(reply(9, "This call is recorded.", 120, 860, false))),
        interruptions,
        new CallReport.Latency(new Percentiles(430, 445, 445), new Percentiles(92, 128, 128)),
        Map.of("model -> playout", 12L, "caller -> model", 3L));
  }

  /** A call in which nothing happened. */
  static CallReport nothing() {
    return new CallReport(
        "real",
        new CallReport.Input("silence.wav", 4, 8000),
        "echo",
        4000,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new CallReport.Latency(null, null),
        Map.of());
  }

  private static CallReport.Turn turn(
      int n, double start, double end, CallReport.@Nullable Reply reply) {
    return turn(n, start, end, reply, List.of());
  }

  private static CallReport.Turn turn(
      int n,
      double start,
      double end,
      CallReport.@Nullable Reply reply,
      List<CallReport.Reply> further,
      CallReport.ToolCall... calls) {
    return new CallReport.Turn(
        n,
        new CallReport.Speech(start, end, start + 64, end + 96, end + 296),
        n == 2 ? "When does the reading room open on Mondays?" : "",
        List.of(calls),
        reply == null ? null : split(reply, end),
        further);
  }

  private static CallReport.Reply split(CallReport.Reply reply, double end) {
    double waited = reply.firstAudioMs() == null ? 0 : reply.firstAudioMs() - end;
    return new CallReport.Reply(
        reply.epoch(),
        reply.text(),
        reply.firstAudioMs(),
        reply.endMs(),
        reply.samplesHeard(),
        reply.rate(),
        reply.interrupted(),
        new CallReport.Stages(96, 200, 1.5, 0, waited - 297.5));
  }

  private static CallReport.Reply reply(
      long n, String text, double first, double end, boolean interrupted) {
    String epoch = n == 9 ? "say-1" : "main-" + n;
    long samples = Math.round((end - first) * 24);
    return new CallReport.Reply(epoch, text, first, end, samples, 24_000, interrupted, null);
  }

  /** Audio in which something like speech stands wherever the report says that someone spoke. */
  static void write(Path wav, CallReport report) throws IOException {
    try (WavFile file = WavFile.create(wav, RATE, /* channels= */ 2)) {
      Random random = new Random(7);
      int frames = (int) (report.lastedMs() * RATE / 1000);
      file.put(0, 0, noise(random, frames));
      file.put(1, 0, Samples.silence(frames));
      for (CallReport.Turn turn : report.turns()) {
        babble(file, 0, random, turn.speech().startMs(), turn.speech().endMs(), 140);
        if (turn.reply() != null) {
          babble(file, turn.reply(), random);
        }
        for (CallReport.Reply further : turn.furtherReplies()) {
          babble(file, further, random);
        }
      }
      for (CallReport.Said said : report.announcements()) {
        babble(file, said.reply(), random);
      }
    }
  }

  private static void babble(WavFile file, CallReport.Reply reply, Random random)
      throws IOException {
    if (reply.firstAudioMs() != null && reply.endMs() != null) {
      babble(file, 1, random, reply.firstAudioMs(), reply.endMs(), 210);
    }
  }

  private static Samples noise(Random random, int frames) {
    short[] pcm = new short[frames];
    for (int i = 0; i < frames; i++) {
      pcm[i] = (short) (random.nextGaussian() * 60);
    }
    return Samples.wrap(pcm);
  }

  private static void babble(
      WavFile file, int channel, Random random, double fromMs, double toMs, double pitch)
      throws IOException {
    short[] pcm = new short[(int) ((toMs - fromMs) * RATE / 1000)];
    double syllable = 0;
    double loudness = 0;
    for (int i = 0; i < pcm.length; i++) {
      if (syllable <= 0) {
        syllable = (0.12 + 0.14 * random.nextDouble()) * RATE;
        loudness = random.nextInt(7) == 0 ? 0.02 : 0.3 + 0.7 * random.nextDouble();
      }
      syllable--;
      double phase = 2 * Math.PI * pitch * i / RATE;
      double voice = Math.sin(phase) + 0.6 * Math.sin(2.01 * phase) + 0.3 * Math.sin(5.3 * phase);
      double envelope = Math.sin(Math.PI * (syllable % 3200) / 3200);
      pcm[i] =
          (short) (7000 * loudness * Math.abs(envelope) * (voice + 0.3 * random.nextGaussian()));
    }
    file.put(channel, Math.round(fromMs * RATE / 1000), Samples.wrap(pcm));
  }
}
