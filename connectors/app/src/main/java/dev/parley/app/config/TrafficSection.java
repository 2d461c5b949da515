package dev.parley.app.config;

import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.Rate;
import dev.parley.sockets.MessageLimits;
import java.time.Duration;
import java.util.List;

/** {@code limits.rates} and {@code limits.messages}: what a client may send, and how fast. */
final class TrafficSection {

  static final Setting<Integer> PER_SECOND =
      new Setting<>(
          "limits.rates.messages-per-second",
          Kind.whole(1, 1_000_000),
          "200",
          "Messages that are not audio, a second; over it reading slows down, then 1008.");

  static final Setting<Integer> BURST =
      new Setting<>(
          "limits.rates.messages-burst",
          Kind.whole(1, 1_000_000),
          "500",
          "The same at once, after a rest.");

  static final Setting<Integer> AUDIO_SPEED =
      new Setting<>(
          "limits.rates.audio-speed",
          Kind.whole(1, 1_000),
          "20",
          "How many times faster than real time audio may come; over it reading slows down.");

  static final Setting<Duration> AUDIO_SPAN =
      new Setting<>(
          "limits.rates.audio-span",
          Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(1)),
          "10s",
          "How long it may come at twice that speed.");

  static final Setting<Duration> PATIENCE =
      new Setting<>(
          "limits.rates.patience",
          Kind.duration(Duration.ZERO, Duration.ofHours(1)),
          "10s",
          "How long a client that sends too much is only slowed down before it is refused.");

  static final Setting<Long> BYTES =
      new Setting<>(
          "limits.messages.bytes",
          Kind.bytes(125, 1L << 30),
          "22MiB",
          "The longest message; over it close code 1009.");

  static final Setting<Integer> FRAMES =
      new Setting<>(
          "limits.messages.frames",
          Kind.whole(1, 1_000_000),
          "2048",
          "The most frames of a message; over it 1008.");

  static final Setting<Integer> CONTROLS =
      new Setting<>(
          "limits.messages.controls-per-second",
          Kind.whole(1, 1_000_000),
          "20",
          "Pings and pongs a second, and as many at once; over it 1008.");

  static final Setting<Long> OF_NODE =
      new Setting<>(
          "limits.messages.bytes-of-node",
          Kind.bytes(0, 1L << 40),
          "0",
          "What all connections together hold of unfinished messages; who goes over it gets 1013."
              + " 0 for a quarter of the heap, up to 256MiB.");

  static final Setting<Integer> WAITING =
      new Setting<>(
          "limits.messages.waiting",
          Kind.whole(2, 100_000),
          "16",
          "How many messages of a client may wait before it is no longer read.");

  static final Setting<Long> WAITING_BYTES =
      new Setting<>(
          "limits.messages.waiting-bytes",
          Kind.bytes(1 << 10, 1L << 30),
          "512KiB",
          "The same in bytes.");

  static final List<Setting<?>> RATES =
      List.of(PER_SECOND, BURST, AUDIO_SPEED, AUDIO_SPAN, PATIENCE);
  static final List<Setting<?>> MESSAGES =
      List.of(BYTES, FRAMES, CONTROLS, OF_NODE, WAITING, WAITING_BYTES);

  private TrafficSection() {}

  static MessageRateSettings rates(Values values) {
    return new MessageRateSettings(
        new Rate(values.get(PER_SECOND), values.get(BURST)),
        values.get(AUDIO_SPEED),
        values.get(AUDIO_SPAN),
        values.get(PATIENCE));
  }

  static MessageLimits messages(Values values) {
    return new MessageLimits(
        Math.toIntExact(values.get(BYTES)),
        values.get(FRAMES),
        values.get(CONTROLS),
        values.get(OF_NODE),
        values.get(WAITING),
        Math.toIntExact(values.get(WAITING_BYTES)));
  }
}
