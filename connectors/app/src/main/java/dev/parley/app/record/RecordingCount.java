package dev.parley.app.record;

import dev.parley.recorder.RecorderListener;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of recordings, and logs it: names of ours only, nothing that was said. */
final class RecordingCount implements RecorderListener {

  private static final Logger LOG = LoggerFactory.getLogger(RecordingCount.class);

  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  /** The recorder tells of the reason itself. */
  @Override
  public void failed(String callId, String why) {
    failed.incrementAndGet();
  }

  @Override
  public void kept(String callId, Path file) {
    kept.incrementAndGet();
    LOG.atInfo()
        .addKeyValue("call", callId)
        .addKeyValue("file", file.getFileName())
        .log("recording kept");
  }

  /** Recordings that are there, cut short or not. */
  long kept() {
    return kept.get();
  }

  /** Recordings that ended before their sessions. */
  long failed() {
    return failed.get();
  }
}
