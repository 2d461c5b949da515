package dev.parley.schema.spoken.words;

import java.util.List;
import java.util.Set;

/** What callers say to steer a call, and the words that mean nothing by themselves. */
public final class Control {

  public static final List<String> YES =
      List.of(
          "yes",
          "yeah",
          "yep",
          "correct",
          "right",
          "sure",
          "okay",
          "exactly",
          "true",
          "that's right",
          "that is right",
          "that's correct",
          "yes please",
          "that is correct",
          "yes it is",
          "yes that's right",
          "go ahead",
          "do it");
  public static final List<String> NO =
      List.of(
          "no",
          "nope",
          "wrong",
          "false",
          "that's wrong",
          "that is wrong",
          "not right",
          "not correct",
          "no thanks",
          "no that's wrong");
  public static final List<String> HELP =
      List.of("help", "help me", "what can you do", "what can i say");
  public static final List<String> REPEAT =
      List.of("repeat", "again", "say that again", "repeat that", "pardon", "what was that");
  public static final List<String> CANCEL =
      List.of("stop", "cancel", "never mind", "forget it", "cancel that", "stop it");

  private static final Set<String> GLUE =
      Set.of(
          "please", "the", "a", "an", "to", "for", "of", "in", "on", "at", "by", "from", "with",
          "and", "is", "it", "it's", "its", "my", "me", "i", "i'd", "like", "want", "would", "you",
          "can", "could", "need", "have", "this", "that", "that's", "uh", "um", "er", "ah", "so",
          "well", "just", "okay", "ok", "hello", "hi", "hey", "some", "what", "what's", "how",
          "there", "be", "am", "are", "do", "now", "then", "will", "i'll", "let", "let's", "us",
          "give", "make", "get", "your", "as", "was", "about");

  /** Behind these words something must come. */
  private static final Set<String> LEADING =
      Set.of(
          "for", "to", "the", "a", "an", "of", "from", "at", "and", "is", "it's", "by", "my",
          "with", "in", "on", "dash", "hyphen", "point", "dot", "slash", "double", "triple", "plus",
          "minus", "half", "quarter", "past", "until", "about");

  private Control() {}

  public static boolean isGlue(String word) {
    return GLUE.contains(word);
  }

  public static boolean leads(String word) {
    return LEADING.contains(word);
  }

  /** Whether these words are nothing but one of the phrases, politeness aside. */
  public static boolean isOnly(List<String> words, List<String> phrases) {
    List<String> plain =
        words.stream()
            .filter(w -> !Set.of("please", "uh", "um", "er", "ah", "oh").contains(w))
            .toList();
    return phrases.contains(String.join(" ", words))
        || phrases.contains(String.join(" ", plain))
        || (!plain.isEmpty() && plain.stream().allMatch(phrases::contains));
  }
}
