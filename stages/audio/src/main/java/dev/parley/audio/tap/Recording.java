package dev.parley.audio.tap;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way into a stereo file. The two directions' threads take turns; each holds the
 * lock for a copy of a frame, and now and then for a write of at most 64 KB a page to the operating
 * system's cache.
 */
final class Recording implements Tap.Observer {

  private static final int LEFT = 0;
  private static final int RIGHT = 1;
  private static final long SYNC_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final WavFile file;
  private final CallClock clock;
  private final Consumer<? super IOException> failed;
  private final Run caller;
  private final AgentTrack agent;
  private @Nullable Position callerNext;
  private long callerEnd;
  private long syncedAt;
  private boolean over;

  /** Something that may fail as files do. */
  private interface Writing {
    void run() throws IOException;
  }

  Recording(WavFile file, CallClock clock, Consumer<? super IOException> failed) {
    this.file = file;
    this.clock = clock;
    this.failed = failed;
    caller = new Run(file, LEFT);
    agent = new AgentTrack(file, RIGHT);
    syncedAt = clock.nanos();
  }

  @Override
  public void inbound(Inbound frame) {
    if (frame instanceof Captured captured) {
      write(() -> captured(captured));
    }
  }

  @Override
  public void outbound(Outbound frame) {
    if (frame instanceof Spoken slice) {
      write(() -> agent.spoken(slice, now()));
    } else if (frame instanceof Cue.Interrupted interrupted) {
      write(() -> agent.cut(interrupted.epochs(), now(), callerEnd));
    }
  }

  @Override
  public void close() {
    write(
        () -> {
          over = true;
          caller.end();
          agent.end();
          file.sync(); // while the file can still be abandoned
          file.close();
        });
  }

  private void captured(Captured frame) throws IOException {
    if (!frame.position().equals(callerNext)) {
      caller.end();
      caller.begin(frame.position().at(file.rate()).sample(), frame.rate());
    }
    caller.add(frame.samples());
    callerNext = frame.end();
    callerEnd = Math.max(callerEnd, frame.end().at(file.rate()).sample());
  }

  private long now() {
    return clock.position(file.rate()).sample();
  }

  private synchronized void write(Writing writing) {
    if (over) {
      return;
    }
    try {
      writing.run();
      if (!over && clock.nanos() - syncedAt >= SYNC_EVERY_NANOS) {
        file.sync();
        syncedAt = clock.nanos();
      }
    } catch (IOException e) {
      over = true;
      giveUp(e);
    }
  }

  /** A full disk ends the recording, not the call. */
  private void giveUp(IOException cause) {
    try {
      file.abandon();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    failed.accept(cause);
  }
}
