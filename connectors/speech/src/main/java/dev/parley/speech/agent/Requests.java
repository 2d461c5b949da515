package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Understanding;
import java.util.List;
import java.util.Optional;

/** What becomes of a request: it is refused, asked about, confirmed, or due. One owner. */
final class Requests {

  /**
   * What is wanted.
   *
   * @param certainty how sure it is that this tool is meant, 0 to 1
   * @param careful whether it has to be confirmed in any case
   * @param tries how often the same was asked before
   */
  record Wish(Draft draft, double certainty, boolean careful, int tries) {

    static Wish fresh(Draft draft, double certainty) {
      return new Wish(draft, certainty, /* careful= */ false, /* tries= */ 0);
    }

    /** Without a value that cannot be right. */
    Wish without(String argument) {
      return new Wish(draft.without(argument), certainty, /* careful= */ true, tries);
    }
  }

  private final AgentBrief brief;
  private final Understanding tools;
  private final Caution caution;
  private final Phrasing phrasing;
  private final Calls calls;
  private final Remarks remarks;

  Requests(AgentBrief brief, Caution caution, Phrasing phrasing, Calls calls, Remarks remarks) {
    this.brief = brief;
    this.tools = brief.tools();
    this.caution = caution;
    this.phrasing = phrasing;
    this.calls = calls;
    this.remarks = remarks;
  }

  /**
   * Goes as far as it can without the caller.
   *
   * @param before what was pending, so that the same is not asked for ever
   * @return what is pending now
   */
  Pending take(Wish first, Pending before) {
    if (!brief.allows(first.draft().tool())) {
      remarks.add(phrasing.cannot());
      return Pending.IDLE;
    }
    Wish wish = first;
    while (tools.missing(wish.draft()).isEmpty() && !tools.problems(wish.draft()).isEmpty()) {
      Optional<String> worst = caution.worst(wish.draft());
      if (worst.isEmpty()) {
        remarks.add(phrasing.cannot());
        return Pending.IDLE;
      }
      wish = wish.without(worst.get());
    }
    List<String> missing = tools.missing(wish.draft());
    if (missing.isEmpty()) {
      return complete(wish);
    }
    Pending asking = ask(wish, missing.getFirst(), before);
    if (asking instanceof Pending.Asking) {
      wish.draft().fragment(missing.getFirst()).ifPresent(it -> remarks.add(phrasing.notWhole(it)));
    }
    return asking;
  }

  /** Asks for an argument, whether or not it is required. */
  Pending ask(Wish wish, String argument, Pending before) {
    int tries =
        before instanceof Pending.Asking asked
                && asked.draft().tool().equals(wish.draft().tool())
                && asked.argument().equals(argument)
            ? asked.tries() + 1
            : wish.tries();
    return orLeave(
        new Pending.Asking(wish.draft(), argument, wish.certainty(), wish.careful(), tries));
  }

  private Pending complete(Wish wish) {
    Draft draft = wish.draft();
    Order order = new Order(draft, tools.arguments(draft), /* isAgreed= */ false);
    if (calls.isUnderWay(order)) {
      remarks.add(phrasing.isUnderWay());
      return Pending.IDLE;
    }
    if (calls.isDue(order)) {
      return Pending.IDLE;
    }
    calls.keep(other -> !other.tool().equals(order.tool())); // the caller thought better of it
    if (wish.careful() || caution.mustConfirm(draft, wish.certainty(), tools)) {
      return orLeave(confirm(order, wish));
    }
    calls.due(order);
    return Pending.IDLE;
  }

  Pending.Confirming confirm(Order order, Wish wish) {
    boolean isRepetition = tools.wantsConfirmation(order.tool()) && calls.isDone(order);
    return new Pending.Confirming(
        order, wish.certainty(), wish.careful(), isRepetition, wish.tries());
  }

  /** Unless it was asked too often. */
  Pending orLeave(Pending.Question question) {
    if (caution.isTired(question.tries())) {
      remarks.add(phrasing.gaveUp());
      return Pending.IDLE;
    }
    return question;
  }

  /**
   * An order after the tools have changed.
   *
   * @return empty if it is none any more
   */
  Optional<Order> revised(Order order) {
    Draft draft = order.draft();
    boolean isValid =
        brief.has(draft.tool())
            && tools.missing(draft).isEmpty()
            && tools.problems(draft).isEmpty()
            && tools.arguments(draft).equals(order.arguments());
    return isValid ? Optional.of(order) : Optional.empty();
  }
}
