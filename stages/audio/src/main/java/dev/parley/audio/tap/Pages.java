package dev.parley.audio.tap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The body of a file in pages of {@value #BYTES} bytes, of which the {@value #MOST} used last are
 * in memory. Anything may be written anywhere; what was never written is 0.
 *
 * <p>For one thread at a time. A page is read at most once each time it comes back, and written
 * when it must go or on {@link #flush}.
 */
final class Pages {

  static final int BYTES = 1 << 16;

  private static final int MOST = 4;

  private final FileChannel file;
  private final long origin;
  private final SequencedMap<Long, Page> inMemory =
      new LinkedHashMap<>(8, 0.75f, /* accessOrder= */ true);

  private long latestIndex = -1;
  private Page latest = new Page();

  private static final class Page {
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int dirtyFrom = BYTES;
    private int dirtyTo;
  }

  /**
   * @param origin where in the file the first page begins
   */
  Pages(FileChannel file, long origin) {
    this.file = file;
    this.origin = origin;
  }

  /** Writes a little-endian number at an even place of the body. */
  void putShort(long at, short value) throws IOException {
    Page page = page(at / BYTES);
    int place = (int) (at % BYTES);
    page.bytes.putShort(place, value);
    page.dirtyFrom = Math.min(page.dirtyFrom, place);
    page.dirtyTo = Math.max(page.dirtyTo, place + 2);
  }

  /** Writes out everything that is only in memory. */
  void flush() throws IOException {
    for (Map.Entry<Long, Page> page : inMemory.entrySet()) {
      write(page.getKey(), page.getValue());
    }
  }

  /** Ends the body there. What is written behind it later finds silence around it. */
  void truncate(long bytes) throws IOException {
    latestIndex = -1;
    inMemory.keySet().removeIf(index -> index * BYTES >= bytes);
    Page last = inMemory.get(bytes / BYTES);
    if (last != null) {
      int end = (int) (bytes % BYTES);
      Arrays.fill(last.bytes.array(), end, BYTES, (byte) 0);
      last.dirtyTo = Math.min(last.dirtyTo, end);
    }
    if (file.size() > origin + bytes) {
      file.truncate(origin + bytes);
    }
  }

  private Page page(long index) throws IOException {
    if (index != latestIndex) { // neighbours come one after the other
      latest = find(index);
      latestIndex = index;
    }
    return latest;
  }

  private Page find(long index) throws IOException {
    Page page = inMemory.get(index);
    if (page == null) {
      if (inMemory.size() == MOST) {
        Map.Entry<Long, Page> oldest = inMemory.pollFirstEntry();
        write(oldest.getKey(), oldest.getValue());
      }
      page = new Page();
      read(index, page);
      inMemory.put(index, page);
    }
    return page;
  }

  private void read(long index, Page page) throws IOException {
    ByteBuffer target = page.bytes.duplicate();
    long from = origin + index * BYTES;
    while (target.hasRemaining() && file.read(target, from + target.position()) > 0) {
      // read on: behind the file's end the page stays 0
    }
  }

  private void write(long index, Page page) throws IOException {
    ByteBuffer dirty = page.bytes.duplicate();
    dirty.limit(page.dirtyTo).position(Math.min(page.dirtyFrom, page.dirtyTo));
    long from = origin + index * BYTES;
    while (dirty.hasRemaining()) {
      file.write(dirty, from + dirty.position());
    }
    page.dirtyFrom = BYTES;
    page.dirtyTo = 0;
  }
}
