package dev.parley.recorder.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes one zip of a recording's files: the same files give the same bytes. Blocks. */
final class Packing {

  /** Of every entry, since the recording itself says when it was made. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Packing() {}

  /**
   * Packs a folder and takes it away.
   *
   * @param target appears at once and as a whole, in place of what may be there
   */
  static void pack(Path folder, Path target) throws IOException {
    Path packed = folder.resolve(Layout.PACKED);
    Files.deleteIfExists(packed);
    try {
      zip(folder, packed);
    } catch (IOException e) {
      Files.deleteIfExists(packed); // half a zip only takes room
      throw e;
    }
    Files.move(packed, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Private.delete(folder);
  }

  private static void zip(Path folder, Path packed) throws IOException {
    try (OutputStream file =
            new BufferedOutputStream(Channels.newOutputStream(Private.file(packed)), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (String name : Layout.ALL) {
        Path content = folder.resolve(name);
        if (Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)) {
          ZipEntry entry = new ZipEntry(name);
          entry.setTimeLocal(DATE);
          zip.putNextEntry(entry);
          Files.copy(content, zip);
          zip.closeEntry();
        }
      }
    }
  }
}
