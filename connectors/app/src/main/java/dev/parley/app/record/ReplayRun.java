package dev.parley.app.record;

import dev.parley.app.Catalogue;
import dev.parley.recorder.file.Private;
import dev.parley.recorder.file.RecordingException;
import dev.parley.recorder.replay.Replay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs recordings again, and tells what came of it. Blocks. */
public final class ReplayRun {

  /** What came of it, as an exit code. */
  public static final int SAME = 0;

  public static final int DIFFERS = 1;
  public static final int UNREADABLE = 2;

  private final ReplayChange change;
  private final PrintStream out;

  /**
   * @param change what is otherwise than it was
   * @param out where it is told
   */
  public ReplayRun(ReplayChange change, PrintStream out) {
    this.change = change;
    this.out = out;
  }

  /**
   * Runs one recording.
   *
   * @param kept where the replay's own recording is to be; in place of what is there
   * @throws RecordingException in one sentence if it cannot be read or run
   */
  public int one(Path file, Optional<Path> kept) throws IOException {
    ReplayResult result = replay(file, kept);
    ReplayReport.lines(result).forEach(out::println);
    kept.ifPresent(where -> out.println("its own recording is " + where));
    return result.isSame() ? SAME : DIFFERS;
  }

  /** Runs many, and prints a line each. */
  public int all(List<Path> files) throws IOException {
    int same = 0;
    int differ = 0;
    int unreadable = 0;
    out.println(ReplayReport.head());
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        ReplayResult result = replay(file, Optional.empty());
        out.println(ReplayReport.row(name, result));
        same += result.isSame() ? 1 : 0;
        differ += result.isSame() ? 0 : 1;
      } catch (RecordingException broken) {
        out.println(ReplayReport.row(name, String.valueOf(broken.getMessage())));
        unreadable++;
      }
    }
    out.println(
        "%d the same, %d different, %d unreadable, of %d"
            .formatted(same, differ, unreadable, files.size()));
    if (unreadable > 0) {
      return UNREADABLE;
    }
    return differ > 0 ? DIFFERS : SAME;
  }

  /**
   * The recordings that are meant: files as they are, and all zips of folders, by name.
   *
   * @throws IllegalArgumentException in one sentence if there are none in a folder
   */
  public static List<Path> files(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        List<Path> inside = zips(path);
        if (inside.isEmpty()) {
          throw new IllegalArgumentException("there is no recording (*.zip) in " + path);
        }
        files.addAll(inside);
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> zips(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    }
  }

  private ReplayResult replay(Path file, Optional<Path> kept) throws IOException {
    Replay replay = Replay.of(file, Catalogue::detector);
    Replay changed = replay.with(change::of);
    if (kept.isPresent()) {
      return result(replay, changed, kept.get());
    }
    Path folder = Files.createTempDirectory("parley-replay-");
    try {
      return result(replay, changed, folder.resolve("replay.zip"));
    } finally {
      Private.delete(folder);
    }
  }

  private static ReplayResult result(Replay then, Replay now, Path out) throws IOException {
    return new ReplayResult(then.about(), then.tally(), then.isBrokenOff(), now.run(out));
  }
}
