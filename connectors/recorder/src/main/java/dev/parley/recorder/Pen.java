package dev.parley.recorder;

import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Outbox;
import dev.parley.recorder.file.Room;
import dev.parley.recorder.file.Writing;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one recording, once it is known what of. {@link #begin} and {@link #forget} on any thread;
 * the rest by one job at a time.
 */
final class Pen implements Outbox.Pen {

  private final Path folder;
  private final Path target;
  private final Texts texts;
  private final Room room;
  private volatile @Nullable About about;
  private volatile boolean forgotten;
  private @Nullable Writing writing;

  Pen(Path folder, Path target, Texts texts, Room room) {
    this.folder = folder;
    this.target = target;
    this.texts = texts;
    this.room = room;
  }

  void begin(About session) {
    about = session;
  }

  /** Leaves nothing behind when it closes. */
  void forget() {
    forgotten = true;
  }

  boolean isForgotten() {
    return forgotten;
  }

  @Override
  public void write(List<Entry> entries) throws IOException {
    Writing open = writing;
    if (open == null) {
      About session = about;
      if (session == null) {
        throw new IllegalStateException("a recording is written before it has begun");
      }
      open = Writing.begin(folder, target, session, texts, room);
      writing = open;
    }
    open.write(entries);
  }

  @Override
  public void close(Optional<String> failure) throws IOException {
    Writing open = writing;
    if (open == null) {
      return; // the call never began, or the disk never took anything
    }
    writing = null;
    if (forgotten) {
      open.discard();
    } else {
      open.close(failure);
    }
  }

  /** Which call it is of, once that has begun. */
  Optional<String> callId() {
    return Optional.ofNullable(about).map(About::callId);
  }
}
