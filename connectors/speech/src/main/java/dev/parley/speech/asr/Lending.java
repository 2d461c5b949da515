package dev.parley.speech.asr;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A model outside the heap that several decoders use: loaded for the first of them, and freed when
 * its owner has closed it and the last has given it back. Native memory must not go while somebody
 * uses it. Safe for any thread.
 *
 * @param <M> the model
 */
public final class Lending<M> implements AutoCloseable {

  private final Supplier<? extends M> load;
  private final Consumer<? super M> free;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<M> model = Optional.empty();
  private int borrowers;
  private boolean closed;

  /**
   * @param load may take seconds, and throw: then the next borrower tries again
   * @param free called once for each load
   */
  public Lending(Supplier<? extends M> load, Consumer<? super M> free) {
    this.load = load;
    this.free = free;
  }

  /**
   * The model, until {@link #giveBack}. Waits while another thread loads it.
   *
   * @throws IllegalStateException if it is closed
   */
  public M borrow() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      M loaded = model.isPresent() ? model.get() : load.get();
      model = Optional.of(loaded);
      borrowers++;
      return loaded;
    } finally {
      lock.unlock();
    }
  }

  /** Ends one loan. */
  public void giveBack() {
    lock.lock();
    try {
      borrowers--;
      freeIfUnused();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody may borrow any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      freeIfUnused();
    } finally {
      lock.unlock();
    }
  }

  private void freeIfUnused() {
    if (closed && borrowers == 0) {
      model.ifPresent(free);
      model = Optional.empty();
    }
  }
}
