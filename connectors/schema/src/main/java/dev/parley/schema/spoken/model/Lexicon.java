package dev.parley.schema.spoken.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How words sound: those that every model may hold from a table, others from somebody who knows
 * them, the rest by their letters.
 */
public final class Lexicon {

  private static final String TABLE = "lexicon.txt";

  private final Map<String, List<String>> table;
  private final Function<String, List<String>> others;

  /**
   * @param others pronunciations of a word that the table lacks, in CMU phones without stress; an
   *     empty list for one it does not know
   */
  public Lexicon(Function<String, List<String>> others) {
    this.table = table();
    this.others = others;
  }

  /** At least one pronunciation. */
  public List<String> of(String word) {
    List<String> known = table.get(word);
    if (known != null) {
      return known;
    }
    List<String> told = others.apply(word);
    return told.isEmpty() ? List.of(LetterSounds.of(word)) : List.copyOf(told);
  }

  private static Map<String, List<String>> table() {
    Map<String, List<String>> words = new HashMap<>();
    try (InputStream in = Lexicon.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the table of pronunciations is missing in this build");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] parts = line.split(" ", 2);
                words.put(
                    parts[0], Stream.of(parts[1].split("\\|", -1)).map(String::strip).toList());
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }
}
