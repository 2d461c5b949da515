package dev.parley.recorder.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be written. All recordings of a folder share what is used. Safe for any thread.
 *
 * @param disk tells what is free
 * @param used bytes of all recordings in the folder
 * @param quota how many these may be
 * @param mostEach how many bytes one recording may have before it is packed
 * @param floor bytes that stay free on the disk whatever happens
 */
public record Room(Disk disk, AtomicLong used, long quota, long mostEach, long floor) {

  /** As much as the disk holds. */
  public static Room unlimited() {
    return new Room(folder -> Long.MAX_VALUE, new AtomicLong(), Long.MAX_VALUE, Long.MAX_VALUE, 0);
  }

  /**
   * A recording has grown.
   *
   * @throws IOException in one sentence if it may not grow any more
   */
  void grown(Path folder, long before, long now) throws IOException {
    long all = used.addAndGet(now - before);
    if (now > mostEach) {
      throw new IOException("a recording may have " + mostEach + " bytes and would have more");
    }
    if (all > quota) {
      throw new IOException("all recordings may have " + quota + " bytes and would have more");
    }
    if (disk.free(folder) < floor) {
      throw new IOException("less than " + floor + " bytes are free on the disk");
    }
  }
}
