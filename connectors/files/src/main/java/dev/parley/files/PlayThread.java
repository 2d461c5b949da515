package dev.parley.files;

import dev.parley.audio.codec.Pcm;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays on a loudspeaker on a thread of its own. Bounded by its user, who hands over the next piece
 * when the one before has been taken.
 */
final class PlayThread implements AutoCloseable {

  /** What is played as silence first when nothing was playing, against the timers' jitter. */
  private static final int CUSHIONS_A_SECOND = 25;

  private record Piece(Samples audio, Runnable taken) {}

  private final Supplier<AudioDevice.Loudspeaker> opening;
  private final int rate;
  private final Consumer<? super RuntimeException> failed;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("parley-loudspeaker").unstarted(this::run);
  private volatile boolean closed;
  private volatile AudioDevice.@Nullable Loudspeaker loudspeaker;

  /**
   * @param opening opens the loudspeaker, on this thread: that may take a while
   * @param failed told once if the loudspeaker cannot be opened or breaks
   */
  PlayThread(
      Supplier<AudioDevice.Loudspeaker> opening,
      int rate,
      Consumer<? super RuntimeException> failed) {
    this.opening = opening;
    this.rate = rate;
    this.failed = failed;
  }

  void start() {
    thread.start();
  }

  /**
   * Plays a piece behind those before it.
   *
   * @param taken called on this thread when the next piece may come
   */
  void play(Samples audio, Runnable taken) {
    pieces.add(new Piece(audio, taken));
  }

  /** Throws away all that has not been heard yet. What is waited for counts as taken. */
  void clear() {
    for (Piece piece = pieces.poll(); piece != null; piece = pieces.poll()) {
      piece.taken.run();
    }
    AudioDevice.Loudspeaker open = loudspeaker;
    if (open != null) {
      open.clear();
    }
  }

  /** Ends the thread without waiting for it; what it still has is not played. */
  @Override
  public void close() {
    closed = true;
    clear();
    pieces.add(new Piece(Samples.silence(0), () -> {})); // wakes the thread
  }

  private void run() {
    try (AudioDevice.Loudspeaker open = opening.get()) {
      loudspeaker = open;
      while (!closed) {
        Piece piece = pieces.take();
        if (!piece.audio.isEmpty() && open.isDry()) {
          open.write(new byte[2 * (rate / CUSHIONS_A_SECOND)]);
        }
        open.write(Pcm.encode(AudioFormat.Encoding.PCM16, piece.audio));
        piece.taken.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }
}
