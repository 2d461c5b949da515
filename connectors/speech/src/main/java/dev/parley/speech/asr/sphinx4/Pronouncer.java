package dev.parley.speech.asr.sphinx4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How American English words sound, in the CMU dictionary's phones without stress: from the
 * dictionary in Sphinx4's jar, and by rules for words that are not in it. Immutable, safe for any
 * thread.
 *
 * <p>The dictionary takes 3.3 MB of heap; it is searched as it stands in its file, which is sorted.
 */
public final class Pronouncer implements Function<String, List<String>> {

  private static final String DICTIONARY = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

  private final byte[] entries;
  private final LetterSounds rules = new LetterSounds();

  /** Reads the dictionary: some milliseconds. */
  public Pronouncer() {
    try (@Nullable InputStream in = Pronouncer.class.getResourceAsStream(DICTIONARY)) {
      if (in == null) {
        throw new IllegalStateException("sphinx4-data lacks its dictionary");
      }
      entries = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its pronunciations, the usual one first.
   *
   * @return empty for what has no letters: digits and signs are read by others
   */
  @Override
  public List<String> apply(String word) {
    String known = word.strip().toLowerCase(Locale.ROOT);
    List<String> found = lookUp(known);
    if (!found.isEmpty()) {
      return found;
    }
    String letters = Normalizer.normalize(known, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    if (letters.isEmpty()) {
      return List.of();
    }
    found = lookUp(letters);
    return found.isEmpty() ? List.of(rules.apply(letters)) : found;
  }

  private List<String> lookUp(String word) {
    List<String> found = new ArrayList<>();
    String next = word;
    for (int way = 2; ; way++) {
      String phones = entry(next.getBytes(StandardCharsets.UTF_8));
      if (phones == null) {
        return found;
      }
      found.add(phones);
      next = "%s(%d)".formatted(word, way);
    }
  }

  /** The rest of the line that begins with these bytes and a blank. */
  private @Nullable String entry(byte[] word) {
    int low = 0;
    int high = entries.length;
    while (low < high) {
      int start = lineAround((low + high) / 2);
      int end = end(start, (byte) '\n');
      int blank = Math.min(end(start, (byte) ' '), end);
      int order = Arrays.compareUnsigned(entries, start, blank, word, 0, word.length);
      if (order == 0) {
        return new String(entries, blank, end - blank, StandardCharsets.UTF_8).strip();
      } else if (order < 0) {
        low = Math.min(end + 1, entries.length);
      } else {
        high = start;
      }
    }
    return null;
  }

  private int lineAround(int at) {
    int start = at;
    while (start > 0 && entries[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int end(int from, byte mark) {
    int end = from;
    while (end < entries.length && entries[end] != mark) {
      end++;
    }
    return end;
  }
}
