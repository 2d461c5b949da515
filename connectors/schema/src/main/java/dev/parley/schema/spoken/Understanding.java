package dev.parley.schema.spoken;

import java.util.List;
import java.util.Optional;

/**
 * What a set of tools means to a caller's words. Immutable, safe for any thread; may compute for
 * milliseconds.
 */
public interface Understanding {

  /** What is likely to be said now. */
  LanguageModel expected(Focus focus);

  /**
   * Parts of that, each of one kind of value: for a recogniser that tries again with fewer words to
   * choose from. Empty where there are none.
   */
  default List<LanguageModel> narrower(Focus focus) {
    return List.of();
  }

  /**
   * What was meant.
   *
   * @param alternatives what may have been said, the likeliest first; the schema decides between
   *     them
   */
  Reading read(List<Heard> alternatives, Focus focus);

  /** The required arguments that a draft still lacks, in the order of the schema. */
  List<String> missing(Draft draft);

  /**
   * The arguments of a draft that lacks nothing: a JSON text.
   *
   * @return what is wrong with them is empty if {@link #problems} is
   */
  String arguments(Draft draft);

  /** What the tool's schema says against these arguments; empty if they are valid. */
  List<String> problems(Draft draft);

  /** How a question for this argument calls it: from its description, or its name in words. */
  String title(String tool, String argument);

  /** What the tool does, for a caller who asks what there is. */
  String purpose(String tool);

  /**
   * What a caller would say who wants just this, to be read back: "set a timer for five minutes".
   * Empty where the tool has no such phrase.
   */
  default Optional<String> request(Draft draft) {
    return Optional.empty();
  }

  /** Whether the tool wants to be confirmed before it is called ({@code x-confirm}). */
  boolean wantsConfirmation(String tool);

  /**
   * Whether what was said so far breaks off in the middle: a code or an argument that goes on.
   * Asked while the caller speaks, to wait longer.
   */
  boolean isUnfinished(Heard sofar, Focus focus);
}
