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
    String first = title.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return QUESTION_WORDS.contains(first) ? Words.capital(title) + "?" : "Which " + title + "?";
  }

  /** Reads back what is in doubt; all of it where the tool wants that or the tool is in doubt. */
  private String confirm(Pending.Confirming confirming) {
    Draft draft = confirming.draft();
    List<String> doubtful = caution.doubtful(draft);
    boolean isAgreement = tools.wantsConfirmation(draft.tool());
    boolean isWhole = isAgreement || !caution.isSure(confirming.certainty());
    Collection<String> told =
        isWhole || confirming.careful() || doubtful.isEmpty() ? draft.values().keySet() : doubtful;
    String values =
        told.stream().map(name -> readBack(draft, name)).collect(Collectors.joining(", "));
    String what = isWhole ? purpose(draft.tool()) + " " : "";
    if (confirming.isRepetition()) {
      what = "That is done already. " + what;
    }
    if (values.isEmpty()) {
      return what + (isAgreement ? asksToAct(confirming) : "Is that right?");
    }
    return isAgreement
        ? what + Words.sentence(values) + " " + asksToAct(confirming)
        : what + Words.capital(values) + ": is that right?";
  }

  private static String asksToAct(Pending.Confirming confirming) {
    return confirming.isRepetition() ? "Shall I do it again?" : "Shall I do that?";
  }

  private String readBack(Draft draft, String name) {
    String said = draft.value(name).map(Draft.Value::said).orElse("");
    return title(draft.tool(), name) + " " + Words.tidy(said, LONGEST_VALUE);
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
