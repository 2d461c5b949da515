package dev.parley.recorder.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read: 0600 in folders of 0700. Never follows a link. */
public final class Private {

  private Private() {}

  /** Makes a folder, and those above it that are missing. */
  public static void folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, "rwx------"));
    }
  }

  /** Makes a folder that must not be there yet. */
  public static void folder(Path folder) throws IOException {
    Files.createDirectory(folder, attributes(folder, "rwx------"));
  }

  /** Makes a file that must not be there yet, and opens it for writing. */
  public static FileChannel file(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        attributes(file, "rw-------"));
  }

  /** Makes a file that must not be there yet. */
  static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = file(file)) {
      writeAll(channel, ByteBuffer.wrap(content));
    }
  }

  static void writeAll(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }

  /** Deletes a folder with what is in it, or a file; what is gone already is fine. */
  public static void delete(Path path) throws IOException {
    try {
      Files.walkFileTree(path, new Deleting());
    } catch (NoSuchFileException gone) {
      // just as well
    }
  }

  /** Bytes in a folder, or of a file. */
  public static long size(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return Files.size(path);
    }
    long size = 0;
    try (var files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        size += Files.isSymbolicLink(file) ? 0 : Files.size(file);
      }
    }
    return size;
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path folder, @org.jspecify.annotations.Nullable IOException why) throws IOException {
      if (why != null) {
        throw why;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
