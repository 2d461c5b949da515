package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder of recordings with a manifest.
 *
 * @param path where it is
 * @param recordings those that can be scored
 * @param problems what is wrong with the others, in one sentence each
 */
record Folder(Path path, List<Recording> recordings, List<String> problems) {

  static final String MANIFEST = "manifest.jsonl";

  Folder {
    recordings = List.copyOf(recordings);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a folder's manifest. A line that is wrong costs that line only.
   *
   * @throws IllegalArgumentException in one sentence, if there is no manifest that can be read
   */
  static Folder read(Path path) {
    List<String> lines;
    try {
      lines = Files.readAllLines(path.resolve(MANIFEST));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          path + " has no " + MANIFEST + " that can be read: name a folder of recordings", e);
    }
    Reading reading = new Reading(path);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        reading.take(i + 1, lines.get(i));
      }
    }
    return reading.folder();
  }

  Path file(Recording recording) {
    return path.resolve(recording.file());
  }

  private static final class Reading {

    private final Path path;
    private final List<Recording> recordings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    Reading(Path path) {
      this.path = path;
    }

    void take(int number, String line) {
      try {
        Recording recording = ManifestLine.read(line);
        if (!Recording.knows(recording.kind())) {
          unknown.merge(recording.kind(), 1, Integer::sum);
        } else if (!ids.add(recording.id())) {
          throw new IllegalArgumentException("\"" + recording.id() + "\" is there already");
        } else if (!Files.isRegularFile(path.resolve(recording.file()))) {
          problems.add(
              "%s: the file %s is missing, so it is not scored"
                  .formatted(recording.id(), recording.file()));
        } else {
          recordings.add(recording);
        }
      } catch (JsonProcessingException e) {
        problems.add("%s, line %d is not a JSON object".formatted(MANIFEST, number));
      } catch (IllegalArgumentException e) {
        problems.add("%s, line %d: %s".formatted(MANIFEST, number, e.getMessage()));
      }
    }

    Folder folder() {
      unknown.forEach(
          (kind, count) ->
              problems.add(
                  "kind \"%s\" is unknown, so %d of the files %s not scored"
                      .formatted(kind, count, count == 1 ? "is" : "are")));
      return new Folder(path, recordings, problems);
    }
  }
}
