package dev.parley.benchmarks.wire;

import dev.parley.wire.ClientEvent;
import dev.parley.wire.ClientEventWriter;
import dev.parley.wire.PartIds;
import dev.parley.wire.RealtimeReader;
import dev.parley.wire.RealtimeWriter;
import dev.parley.wire.ServerEvent.OutputAudioDelta;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.error.Checked;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The codec on 20 ms of PCM at 24 kHz: 960 bytes, 1,280 characters of base64. Beside it stand the
 * JDK's base64 alone, which is the floor, and the long way by Jackson.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AudioFrames {

  private static final String EVENT_ID = "event_CZyQzX2mWvG3yJ0p4aB1c";

  private final byte[] audio = noise();
  private final byte[] base64 = Base64.getEncoder().encode(audio);
  private final byte[] append = ClientEventWriter.append(AudioBytes.of(audio));

  /** An escape, which JSON allows, makes the reader take the long way. */
  private final byte[] escapedAppend =
      new String(append, StandardCharsets.US_ASCII)
          .replace("input_audio", "input\\u005faudio")
          .getBytes(StandardCharsets.US_ASCII);

  private final OutputAudioDelta delta =
      new OutputAudioDelta(
          new PartIds("resp_CZyQzX2mWvG3yJ0p4aB1c", "item_CZyQzX2mWvG3yJ0p4aB1c", 0, 0),
          AudioBytes.of(audio));

  /** An id that is not ASCII makes the writer take the long way. */
  private final OutputAudioDelta foreignDelta =
      new OutputAudioDelta(
          new PartIds("resp_CZyQzX2mWvG3yJ0p4aB1\u00fc", "item_CZyQzX2mWvG3yJ0p4aB1c", 0, 0),
          AudioBytes.of(audio));

  @Benchmark
  public Checked<ClientEvent> readAppend() {
    return RealtimeReader.read(append, 0, append.length);
  }

  @Benchmark
  public Checked<ClientEvent> readAppendTheLongWay() {
    return RealtimeReader.read(escapedAppend, 0, escapedAppend.length);
  }

  @Benchmark
  public byte[] decodeBase64() {
    return Base64.getDecoder().decode(base64);
  }

  @Benchmark
  public byte[] writeDelta() {
    return RealtimeWriter.write(delta, EVENT_ID);
  }

  @Benchmark
  public byte[] writeDeltaTheLongWay() {
    return RealtimeWriter.write(foreignDelta, EVENT_ID);
  }

  @Benchmark
  public byte[] encodeBase64() {
    return Base64.getEncoder().encode(audio);
  }

  @Benchmark
  public byte[] writeAppend() {
    return ClientEventWriter.append(AudioBytes.of(audio));
  }

  /** Runs them all, or those whose names hold the first argument. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(
                    AudioFrames.class.getSimpleName()
                        + (arguments.length > 0 ? ".*" + arguments[0] : ""))
                .build())
        .run();
  }

  private static byte[] noise() {
    byte[] noise = new byte[960];
    new Random(1).nextBytes(noise);
    return noise;
  }
}
