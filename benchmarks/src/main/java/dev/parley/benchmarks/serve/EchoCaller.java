package dev.parley.benchmarks.serve;

import io.netty.buffer.ByteBuf;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends numbered frames and counts what comes back of them, and how long after they were due. All
 * such callers of a driver may share one histogram: they have one thread.
 */
final class EchoCaller implements Caller {

  private final AppendFrames frames;
  private final Histogram latency;
  private final Ring due = new Ring();
  private @Nullable Line line;
  private long sent;
  private long echoed;
  private long strange;
  private long expected;

  EchoCaller(AppendFrames frames, Histogram latency) {
    this.frames = frames;
    this.latency = latency;
  }

  /** When the last frames were due, by their numbers. */
  private static final class Ring {
    private static final int SIZE = 1 << 11; // 40 s
    private final long[] times = new long[SIZE];

    void put(long number, long time) {
      times[(int) (number % SIZE)] = time;
    }

    long get(long number) {
      return times[(int) (number % SIZE)];
    }
  }

  @Override
  public void open(Line to) {
    line = to;
    to.ready();
  }

  @Override
  public void frame(long frame, long at) {
    if (line != null) {
      due.put(sent, at);
      line.send(frames.numbered(sent % AppendFrames.NUMBERS, line.memory()));
      sent++;
    }
  }

  @Override
  public void heard(ByteBuf utf8, long now) {
    long number = AppendFrames.number(utf8);
    if (number < expected || number >= sent) {
      strange++;
      return;
    }
    expected = number + 1;
    echoed++;
    Spread.add(latency, now - due.get(number));
  }

  @Override
  public void measure() {
    latency.reset();
  }

  long sent() {
    return sent;
  }

  /** Frames that came back, each once and in order. */
  long echoed() {
    return echoed;
  }

  /** Frames that should not have come: twice, out of order, or never sent. */
  long strange() {
    return strange;
  }
}
