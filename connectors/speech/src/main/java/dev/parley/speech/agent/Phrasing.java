package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Understanding;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All sentences that do not come from the instructions or a tool. Immutable. */
final class Phrasing {

  private static final int MOST_PURPOSES = 4;
  private static final int LONGEST_PURPOSE = 120;
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_VALUE = 300;
  private static final int MOST_WORDS = 4;
  private static final Set<String> COUNTS = Set.of("how many", "how much");
  private static final Set<String> QUESTION_WORDS =
      Set.of("how", "what", "which", "when", "where", "who", "whom", "whose", "why");

  private final AgentBrief brief;
  private final Understanding tools;
  private final Instructions instructions;
  private final Caution caution;

  Phrasing(AgentBrief brief, Instructions instructions, Caution caution) {
    this.brief = brief;
    this.tools = brief.tools();
    this.instructions = instructions;
    this.caution = caution;
  }

  String start() {
    return instructions.start().orElse("Hello. What can I do for you?");
  }

  String whatElse() {
    return "What can I do for you?";
  }

  String allRight() {
    return "All right.";
  }

  String stillWorking() {
    return "One moment, I am still waiting for the answer.";
  }

  String abilities() {
    Optional<String> told = instructions.abilities();
    if (told.isPresent()) {
      return told.get();
    }
    List<String> allowed = brief.toolNames().stream().filter(brief::allows).toList();
    if (allowed.isEmpty()) {
      return "There is nothing that I can do for you at the moment.";
    }
    String purposes =
        allowed.stream()
            .limit(MOST_PURPOSES)
            .map(this::purpose)
            .collect(Collectors.joining(" ", "This is what I can do. ", ""));
    return allowed.size() > MOST_PURPOSES ? purposes + " And more." : purposes;
  }

  /** What is asked, whole: it must make sense to somebody who has not heard it before. */
  String question(Pending.Question question) {
    return switch (question) {
      case Pending.Asking asking -> ask(asking.draft().tool(), asking.argument());
      case Pending.Confirming confirming -> confirm(confirming);
    };
  }

  private String ask(String tool, String argument) {
    String title = title(tool, argument);
    return isQuestion(title) ? Words.capital(title) + "?" : "Which " + title + "?";
  }

  private static boolean isQuestion(String title) {
    return QUESTION_WORDS.contains(title.split(" ", 2)[0].toLowerCase(Locale.ROOT));
  }

  /** Reads back what is in doubt; all of it where the tool wants that or the tool is in doubt. */
  private String confirm(Pending.Confirming confirming) {
    Draft draft = confirming.draft();
    List<String> doubtful = caution.doubtful(draft);
    boolean isAgreement = tools.wantsConfirmation(draft.tool());
    boolean isWhole = isAgreement || !caution.isSure(confirming.certainty());
    Collection<String> told =
        isWhole || confirming.careful() || doubtful.isEmpty() ? draft.values().keySet() : doubtful;
    String done = confirming.isRepetition() ? "That is done already. " : "";
    String what = isWhole ? request(draft, told) : readBack(draft, told);
    return done
        + (isAgreement
            ? Words.sentence(what) + " " + asksToAct(confirming)
            : Words.capital(what) + ": is that right?");
  }

  /** What is wanted, as the caller would say it; or what the tool does, and with what. */
  private String request(Draft draft, Collection<String> told) {
    Optional<String> own = tools.request(draft);
    if (own.isPresent()) {
      return Words.tidy(own.get(), LONGEST_VALUE);
    }
    String purpose = purpose(draft.tool()).replaceFirst("[.]$", "");
    if (told.isEmpty()) {
      return purpose;
    }
    boolean isStatement = Character.isLetterOrDigit(purpose.charAt(purpose.length() - 1));
    return isStatement && !tools.wantsConfirmation(draft.tool())
        ? purpose + ", " + readBack(draft, told)
        : Words.sentence(purpose) + " " + Words.capital(readBack(draft, told));
  }

  private String readBack(Draft draft, Collection<String> told) {
    return told.stream().map(name -> readBack(draft, name)).collect(Collectors.joining(", "));
  }

  private static String asksToAct(Pending.Confirming confirming) {
    return confirming.isRepetition() ? "Shall I do it again?" : "Shall I do that?";
  }

  /** A value behind what it is called, unless that is a question, or longer than any value. */
  private String readBack(Draft draft, String name) {
    String said = Words.tidy(draft.value(name).map(Draft.Value::said).orElse(""), LONGEST_VALUE);
    String title = title(draft.tool(), name);
    List<String> words = List.of(title.split(" ", -1));
    if (words.size() > 2 && COUNTS.contains(String.join(" ", words.subList(0, 2)))) {
      String counted = String.join(" ", words.subList(2, words.size()));
      return said.endsWith(counted) ? said : said + " " + counted; // "how many minutes"
    }
    return isQuestion(title) || words.size() > MOST_WORDS ? said : title + " " + said;
  }

  /** The caller was not understood: says so, then what helps, then how to leave it. */
  String notUnderstood(Pending pending, int times) {
    if (times == 1) {
      return "Sorry, I did not understand that.";
    }
    if (times > 2) {
      return "Sorry, I still do not understand. Say cancel to leave it, or try once more.";
    }
    return switch (pending) {
      case Pending.Idle idle -> "Sorry, I did not understand that either. " + abilities();
      case Pending.Asking asking ->
          "Sorry, I did not understand that either. Please say only that, slowly.";
      case Pending.Confirming confirming ->
          "Sorry, I did not understand that either. Please say yes, or no, or what is wrong.";
    };
  }

  String yesOrNo() {
    return "Sorry, was that yes or no?";
  }

  /** Something is missing from a code, or too much. */
  String notWhole(String heard) {
    return "I heard " + Words.tidy(heard, LONGEST_VALUE) + ": something is missing, or too much.";
  }

  String wrong() {
    return "All right, once more.";
  }

  String left() {
    return "All right, I leave that.";
  }

  /** It could not be made out. */
  String gaveUp() {
    return "Sorry, I cannot make that out. Let us leave it for now.";
  }

  /** A call that was agreed upon was not made. */
  String leftUndone(String tool) {
    return "I have not done this: " + purpose(tool);
  }

  String isUnderWay() {
    return "That is under way already. I will tell you what comes of it.";
  }

  /** It must not be called, or there is no way to call it. */
  String cannot() {
    return "Sorry, I cannot do that now.";
  }

  private String purpose(String tool) {
    String first = tools.purpose(tool).strip().split("(?<=[.!?])\\s", 2)[0];
    String purpose = Words.tidy(first, LONGEST_PURPOSE);
    return Words.sentence(purpose.isEmpty() ? Words.name(tool) : purpose);
  }

  private String title(String tool, String argument) {
    String title = Words.tidy(tools.title(tool, argument), LONGEST_TITLE);
    return title.isEmpty() ? Words.name(argument) : title;
  }
}
