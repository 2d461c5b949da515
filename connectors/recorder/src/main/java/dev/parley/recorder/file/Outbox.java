package dev.parley.recorder.file;

import dev.parley.engine.time.Offload;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written down. Whoever adds to it never waits for the disk: one job at a time
 * carries over what has gathered, and if too much gathers, that is the end of the recording. Safe
 * for any thread; the pen is used by one job at a time.
 */
public final class Outbox {

  private static final int MOST_AT_ONCE = 64;
  private static final long LONGEST_NANOS = 250_000_000L;

  /** Writes on a thread that may wait. What it throws ends the recording. */
  public interface Pen {
    void write(List<Entry> entries) throws Exception;

    /**
     * Ends; called once, whatever went before.
     *
     * @param failure why the recording ends before its time, if it does
     * @throws Exception if the end could not be written; nothing more is asked of it
     */
    void close(Optional<String> failure) throws Exception;
  }

  private final Offload offload;
  private final Pen pen;
  private final long mostBytes;
  private final CompletableFuture<Optional<String>> over = new CompletableFuture<>();
  private List<Entry> waiting = new ArrayList<>();
  private long waitingBytes;
  private boolean writing;
  private boolean closing;
  private @Nullable String failure;

  /**
   * @param mostBytes how much may wait
   */
  public Outbox(Offload offload, Pen pen, long mostBytes) {
    this.offload = offload;
    this.pen = pen;
    this.mostBytes = mostBytes;
  }

  /** Adds something, unless the recording is over. */
  public synchronized void add(Entry entry) {
    if (closing) {
      return;
    }
    waitingBytes += entry.weight();
    if (waitingBytes > mostBytes) {
      fail("the disk is too slow: more than " + mostBytes + " bytes were waiting for it");
      return;
    }
    waiting.add(entry);
    boolean due =
        waiting.size() >= MOST_AT_ONCE
            || entry.nanos() - waiting.getFirst().nanos() >= LONGEST_NANOS;
    if (due) {
      next();
    }
  }

  /** Writes what waits, and ends. */
  public synchronized void close() {
    closing = true;
    next();
  }

  /** Ends before its time: what waits is written if it can be. */
  public synchronized void fail(String why) {
    if (!closing) {
      failure = why;
      close();
    }
  }

  /** Completed when all has been written, with the reason why it was not as much as it might be. */
  public CompletionStage<Optional<String>> over() {
    return over;
  }

  private synchronized void next() {
    if (writing || over.isDone()) {
      return;
    }
    if (waiting.isEmpty() && !closing) {
      return;
    }
    boolean last = waiting.isEmpty();
    List<Entry> batch = waiting;
    Optional<String> why = Optional.ofNullable(failure);
    waiting = new ArrayList<>();
    waitingBytes = 0;
    writing = true;
    try {
      offload
          .submit(
              () -> {
                if (last) {
                  pen.close(why);
                } else {
                  pen.write(batch);
                }
                return last;
              })
          .whenComplete((ended, broken) -> written(last, broken));
    } catch (RuntimeException e) { // the program is shutting down
      over.complete(Optional.of("no thread is left that could write"));
    }
  }

  private void written(boolean last, @Nullable Throwable broken) {
    Optional<String> why;
    synchronized (this) {
      writing = false;
      if (broken != null) {
        failure = failure == null ? sentence(broken) : failure;
        closing = true;
        waiting = new ArrayList<>();
      }
      why = Optional.ofNullable(failure);
      if (!last) {
        next();
        return;
      }
    }
    over.complete(why);
  }

  /** What a redaction throws might quote what was said. */
  private static String sentence(Throwable broken) {
    return switch (broken) {
      case NoSuchFileException gone -> "its files are gone, somebody deleted them";
      case IOException plain -> String.valueOf(plain.getMessage());
      default -> "it could not be written: " + broken.getClass().getSimpleName();
    };
  }
}
