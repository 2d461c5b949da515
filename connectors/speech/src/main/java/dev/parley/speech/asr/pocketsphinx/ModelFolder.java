package dev.parley.speech.asr.pocketsphinx;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.RecogniserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Language models as the files that the library reads: written once for each id, into a folder that
 * only this user may read; the least lately used are deleted, all of them by {@link #close}. Safe
 * for any thread.
 */
final class ModelFolder implements AutoCloseable {

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<String, Entry> entries =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
  private @Nullable Path folder;
  private long written;
  private boolean isClosed;

  /** Two files, and how many are reading them. */
  private static final class Entry {
    private final Path arpa;
    private final Path dictionary;
    private int readers;

    private Entry(Path arpa, Path dictionary) {
      this.arpa = arpa;
      this.dictionary = dictionary;
    }
  }

  ModelFolder(int most) {
    this.most = most;
  }

  /**
   * Lets somebody read a model's files: the ARPA file and the dictionary, which stay while it does.
   */
  <T> T with(LanguageModel model, BiFunction<Path, Path, T> reader) {
    Entry entry = take(model);
    try {
      return reader.apply(entry.arpa, entry.dictionary);
    } finally {
      lock.lock();
      try {
        entry.readers--;
        trim();
      } finally {
        lock.unlock();
      }
    }
  }

  /** How many models lie there. */
  int count() {
    lock.lock();
    try {
      return entries.size();
    } finally {
      lock.unlock();
    }
  }

  private Entry take(LanguageModel model) {
    lock.lock();
    try {
      if (isClosed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      Entry entry = entries.get(model.id());
      if (entry == null) {
        entry = write(model);
        entries.put(model.id(), entry);
      }
      entry.readers++;
      return entry;
    } catch (IOException e) {
      throw new RecogniserException("A language model cannot be written to a temporary file", e);
    } finally {
      lock.unlock();
    }
  }

  private Entry write(LanguageModel model) throws IOException {
    Path into = folder;
    if (into == null) {
      into = Files.createTempDirectory("parley-models"); // for this user only
      folder = into;
    }
    String name = "model" + written++;
    Entry entry = new Entry(into.resolve(name + ".lm"), into.resolve(name + ".dict"));
    write(entry.arpa, model.arpa());
    write(entry.dictionary, dictionary(model));
    return entry;
  }

  private static void write(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
  }

  /** A line for each pronunciation; the second of a word is called {@code word(2)}. */
  static String dictionary(LanguageModel model) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, List<String>> word : model.pronunciations().entrySet()) {
      int number = 0;
      for (String phones : word.getValue()) {
        number++;
        lines.append(word.getKey());
        if (number > 1) {
          lines.append('(').append(number).append(')');
        }
        lines.append(' ').append(phones).append('\n');
      }
    }
    return lines.toString();
  }

  private void trim() {
    Iterator<Entry> oldest = entries.values().iterator();
    while ((isClosed || entries.size() > most) && oldest.hasNext()) {
      Entry entry = oldest.next();
      if (entry.readers == 0) {
        delete(entry.arpa);
        delete(entry.dictionary);
        oldest.remove();
      }
    }
    if (isClosed && entries.isEmpty() && folder != null) {
      delete(folder);
      folder = null;
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit(); // somebody holds it: later
    }
  }

  /** Deletes what is there; what is being read goes when that is done. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      trim();
    } finally {
      lock.unlock();
    }
  }
}
