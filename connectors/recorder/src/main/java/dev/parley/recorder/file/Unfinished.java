package dev.parley.recorder.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Recordings whose program ended before they did. Blocks. */
public final class Unfinished {

  private static final int CHUNK = 4096;

  private Unfinished() {}

  /**
   * Packs what a recording has come to, unless somebody is still writing it.
   *
   * @return whether it was packed
   */
  public static boolean close(Path folder, Path target) throws IOException {
    Path lockFile = folder.resolve(Layout.LOCK);
    if (!isFile(lockFile) || !isFile(folder.resolve(Layout.SESSION))) {
      if (!isFile(lockFile)) {
        return false; // it is being made this instant, or is none of ours
      }
    }
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (lock(channel) == null) {
        return false;
      }
      if (!isFile(folder.resolve(Layout.SESSION))) {
        Private.delete(folder); // nothing had been written yet
        return false;
      }
      dropHalfALine(folder.resolve(Layout.EVENTS));
      Packing.pack(folder, target);
      return true;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static void dropHalfALine(Path events) throws IOException {
    if (!isFile(events)) {
      return;
    }
    try (FileChannel file =
        FileChannel.open(
            events, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      long end = file.size();
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      for (long from = Math.max(0, end - CHUNK); end > 0; from = Math.max(0, from - CHUNK)) {
        chunk.clear().limit((int) (end - from));
        int read = file.read(chunk, from);
        for (int i = read - 1; i >= 0; i--) {
          if (chunk.get(i) == '\n') {
            file.truncate(from + i + 1);
            return;
          }
        }
        end = from;
      }
      file.truncate(0);
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
