package dev.parley.speech.asr.pocketsphinx;

import dev.parley.speech.asr.Beam;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decoders for dictation that wait for a caller: they open slowly. Safe for any thread. */
final class Dictations implements AutoCloseable {

  private final int most;
  private final Function<Beam, NativeDecoder> maker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Beam, Deque<NativeDecoder>> idle = new EnumMap<>(Beam.class);
  private boolean isClosed;

  /**
   * @param most how many wait, of one width
   */
  Dictations(int most, Function<Beam, NativeDecoder> maker) {
    this.most = most;
    this.maker = maker;
  }

  NativeDecoder take(Beam beam) {
    NativeDecoder waiting = poll(beam);
    return waiting == null ? maker.apply(beam) : waiting;
  }

  private @Nullable NativeDecoder poll(Beam beam) {
    lock.lock();
    try {
      if (isClosed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      return waiting(beam).poll();
    } finally {
      lock.unlock();
    }
  }

  private Deque<NativeDecoder> waiting(Beam beam) {
    return idle.computeIfAbsent(beam, width -> new ArrayDeque<>());
  }

  /** Keeps it for the next, or frees it. */
  void giveBack(NativeDecoder decoder, Beam beam) {
    lock.lock();
    try {
      if (!isClosed && waiting(beam).size() < most) {
        waiting(beam).add(decoder);
        return;
      }
    } finally {
      lock.unlock();
    }
    decoder.close();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      idle.values().forEach(decoders -> decoders.forEach(NativeDecoder::close));
      idle.clear();
    } finally {
      lock.unlock();
    }
  }
}
