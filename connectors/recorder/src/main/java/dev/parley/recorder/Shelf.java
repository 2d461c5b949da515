package dev.parley.recorder;

import dev.parley.recorder.file.Layout;
import dev.parley.recorder.file.Private;
import dev.parley.recorder.file.RecordedFile;
import dev.parley.recorder.file.RecordingException;
import dev.parley.recorder.file.Unfinished;
import dev.parley.recorder.format.About;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that recordings lie in. Knows files by names of our own making only, and follows no
 * links. Blocks; safe for any thread.
 */
final class Shelf {

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private static final String ZIP = ".zip";
  private static final String PART = ".part";

  private final Path root;

  private Shelf(Path root) {
    this.root = root;
  }

  static Shelf at(Path folder) throws IOException {
    Private.folders(folder);
    Path root = folder.toRealPath();
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(folder.toString());
    }
    return new Shelf(root);
  }

  /** Where a recording will be. */
  Path zip(String id) {
    return inside(id, ZIP);
  }

  /** Where a recording's files are while it is made. */
  Path part(String id) {
    return inside(id, PART);
  }

  /** The complete recordings, the oldest first. */
  List<String> ids() throws IOException {
    return ids(ZIP);
  }

  /** The recordings that have files of their own still, the oldest first. */
  List<String> parts() throws IOException {
    return ids(PART);
  }

  /** Whose a complete recording is; one that is broken is nobody's. */
  Optional<String> subjectOf(String id) {
    return subject(id, () -> RecordedFile.about(zip(id)));
  }

  /** Whose an unfinished recording is. */
  Optional<String> subjectOfPart(String id) {
    return subject(id, () -> RecordedFile.aboutFolder(part(id)));
  }

  /** Deletes a file or folder of ours, and tells how large it was. */
  static long delete(Path path) throws IOException {
    long size = Private.size(path);
    Private.delete(path);
    return size;
  }

  /** Bytes of everything. */
  long size() throws IOException {
    long size = 0;
    for (String id : ids()) {
      size += Private.size(zip(id));
    }
    for (String id : ids(PART)) {
      size += Private.size(part(id));
    }
    return size;
  }

  /** Packs what other programs left behind; what cannot be packed is left for the next start. */
  int closeUnfinished() throws IOException {
    int closed = 0;
    for (String id : ids(PART)) {
      try {
        closed += Unfinished.close(part(id), zip(id)) ? 1 : 0;
      } catch (IOException e) {
        LOG.atWarn().addKeyValue("recording", id).log("it stays unfinished: {}", e.getMessage());
      }
    }
    return closed;
  }

  private static Optional<String> subject(String id, Supplier<About> about) {
    try {
      return about.get().subject();
    } catch (RecordingException broken) {
      LOG.atWarn().addKeyValue("recording", id).log("{} cannot be read", Layout.SESSION);
      return Optional.empty();
    }
  }

  private List<String> ids(String ending) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root, "*" + ending)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.length() - ending.length());
        boolean right =
            ending.equals(ZIP)
                ? Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                : Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        if (Ulid.is(id) && right) {
          found.add(id);
        }
      }
    }
    Collections.sort(found);
    return found;
  }

  private Path inside(String id, String ending) {
    Path path = root.resolve(id + ending).normalize();
    if (!Ulid.is(id) || !root.equals(path.getParent())) {
      throw new IllegalArgumentException("there is no recording of that name");
    }
    return path;
  }
}
