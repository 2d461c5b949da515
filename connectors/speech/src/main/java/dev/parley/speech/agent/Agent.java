package dev.parley.speech.agent;

import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Talks to one caller: picks tools, asks for what is missing, has it confirmed where that is due,
 * and tells what comes of it. It is told what happens and asked what to answer; it has rules only,
 * and no time: the same events in the same order make the same replies.
 *
 * <p>Lines of the instructions that it obeys:
 *
 * <pre>
 * say at the start: Hello, this is the shop.
 * say when asked what you can do: I find orders, and I take payments.
 * say before order_status: One moment.
 * say when order_status: Your order {code} is {status}, it arrives {delivery.day}.
 * say when order_status fails: I could not find order {code}.
 * </pre>
 *
 * <p>A placeholder is a field of the result, by its name or a dotted path, an argument of the call,
 * or {@code {error}}. Where one is not known, a generic sentence is said.
 *
 * <p>Bounded memory. One owner: not safe for two threads at once.
 */
public final class Agent {

  private static final int LONGEST_TYPED = 4_000;

  private final AgentSettings settings;
  private final Caution caution;
  private final Calls calls = new Calls();
  private final Remarks remarks = new Remarks();
  private final Dialogue dialogue;
  private AgentBrief brief;
  private Instructions instructions;
  private Phrasing phrasing;
  private boolean hasBegun;
  private boolean mayForce = true;

  public Agent(AgentSettings settings, AgentBrief brief) {
    this.settings = settings;
    this.brief = brief;
    caution = new Caution(settings);
    instructions = new Instructions(brief.instructions());
    phrasing = new Phrasing(brief, instructions, caution);
    dialogue = new Dialogue(brief, phrasing, caution, calls, remarks);
  }

  /** From now on it is told this. What is pending is kept where its tool still exists. */
  public void configure(AgentBrief other) {
    brief = other;
    instructions = new Instructions(other.instructions());
    phrasing = new Phrasing(other, instructions, caution);
    dialogue.configure(other, phrasing);
    mayForce = true;
  }

  /**
   * How it should speak, if the instructions name it: {@code calm}, {@code casual}, {@code
   * serious}.
   */
  public Optional<String> style() {
    return instructions.style();
  }

  /** What is expected of the caller's next words. */
  public Focus focus() {
    return dialogue.pending().focus();
  }

  /**
   * The caller has said something.
   *
   * @param alternatives what it may have been, the likeliest first; empty if nothing was understood
   */
  public void heard(List<Heard> alternatives) {
    hasBegun = true;
    mayForce = true;
    Reading reading =
        alternatives.isEmpty() ? new Reading.Nothing() : brief.tools().read(alternatives, focus());
    boolean isAsked = !(dialogue.pending() instanceof Pending.Idle);
    dialogue.hear(reading);
    if (isBeside(reading) && !isAsked) {
      force();
    }
  }

  /** The caller has typed something: the same, and certain. */
  public void typed(String text) {
    String words = Words.tidy(text, LONGEST_TYPED).toLowerCase(Locale.ROOT);
    heard(words.isEmpty() ? List.of() : List.of(Heard.typed(words)));
  }

  /**
   * Something has happened that the caller is to be told, such as {@code say: Your tea is ready}.
   */
  public void told(String event) {
    String text = event.strip();
    boolean isOrder = text.regionMatches(/* ignoreCase= */ true, 0, "say:", 0, 4);
    String words = Words.tidy(isOrder ? text.substring(4) : text, settings.longest());
    if (!words.isEmpty()) {
      remarks.addNews(Words.sentence(words));
    }
  }

  /**
   * What to answer now. The calls of a reply have to be confirmed by {@link #called}, or the reply
   * to be called off by {@link #cut}.
   *
   * @return in this order; at least one
   */
  public List<Act> answer() {
    if (remarks.isEmpty()) {
      force();
    }
    if (calls.keep(order -> brief.allows(order.tool()))) {
      remarks.add(phrasing.cannot());
    }
    List<Order> orders = calls.handOut();
    orders.forEach(order -> instructions.before(order.tool()).ifPresent(remarks::add));
    Optional<String> question =
        dialogue.pending() instanceof Pending.Question pending
            ? Optional.of(phrasing.question(pending))
            : Optional.empty();
    if (orders.isEmpty() && remarks.isEmpty() && question.isEmpty()) {
      remarks.addAnswer(nothingNew());
    }
    hasBegun = true;
    dialogue.put();
    String text = remarks.say(question);
    List<Act> acts = new ArrayList<>();
    if (!text.isEmpty()) {
      acts.add(new Act.Say(text));
    }
    orders.forEach(order -> acts.add(new Act.Call(order.tool(), order.arguments())));
    return acts;
  }

  /** A call was made: one of the last reply, or one that somebody else made. */
  public void called(String tool, String callId) {
    if (!calls.made(tool, callId)) {
      calls.opened(callId, dialogue.wasMade(tool).orElseGet(() -> Order.foreign(tool)));
    }
  }

  /**
   * A call was answered; it is told with the next reply, once.
   *
   * @param output JSON, or any text; an object with an {@code error} is a failure
   */
  public void result(String callId, String output) {
    if (calls.isClosed(callId)) {
      return;
    }
    Order order = calls.close(callId).orElseGet(() -> Order.foreign(""));
    Results.Told told = new Results(instructions, settings.longest()).tell(order, output);
    remarks.addNews(told.text());
    if (!told.isFailure()) {
      calls.succeeded(order);
    }
  }

  /**
   * The last reply was cut: what the caller has not heard of it counts as not said, and what it has
   * not called yet as not called.
   *
   * @param letters so many of its {@link Act.Say} were heard
   */
  public void cut(int letters) {
    if (remarks.cut(letters)) {
      dialogue.notPut();
      calls.takeAgreed().forEach(dialogue::takeBack);
    }
    calls.takeBack().forEach(dialogue::takeBack);
  }

  /** Nothing of the last reply was heard. */
  public void notHeard() {
    cut(0);
  }

  private String nothingNew() {
    if (calls.isWaiting()) {
      return phrasing.stillWorking();
    }
    return hasBegun ? phrasing.whatElse() : phrasing.start();
  }

  /** Not a request, nor anything that has an answer of its own. */
  private static boolean isBeside(Reading reading) {
    return reading instanceof Reading.Nothing
        || reading instanceof Reading.Yes
        || reading instanceof Reading.No;
  }

  private void force() {
    if (mayForce) {
      mayForce = false;
      dialogue.force();
    }
  }
}
