package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Reading;
import java.util.Map;
import java.util.Optional;

/** What becomes of what the caller says, by what was asked. One owner. */
final class Dialogue {

  private final Caution caution;
  private final Calls calls;
  private final Remarks remarks;
  private AgentBrief brief;
  private Phrasing phrasing;
  private Requests requests;
  private Pending pending = Pending.IDLE;

  /** Whether the question that is pending was said, and nothing tells that it was not heard. */
  private boolean isPut;

  private int misses;

  Dialogue(AgentBrief brief, Phrasing phrasing, Caution caution, Calls calls, Remarks remarks) {
    this.brief = brief;
    this.phrasing = phrasing;
    this.caution = caution;
    this.calls = calls;
    this.remarks = remarks;
    requests = new Requests(brief, caution, phrasing, calls, remarks);
  }

  /** The tools may be others now: keeps what still has a meaning. */
  void configure(AgentBrief other, Phrasing words) {
    brief = other;
    phrasing = words;
    requests = new Requests(brief, caution, phrasing, calls, remarks);
    if (calls.keep(order -> requests.revised(order).isPresent())) {
      remarks.add(phrasing.cannot());
    }
    switch (pending) {
      case Pending.Idle idle -> {}
      case Pending.Question question when !brief.has(question.draft().tool()) ->
          become(Pending.IDLE);
      case Pending.Asking asking -> {
        if (!brief.tools().missing(asking.draft()).contains(asking.argument())) {
          become(requests.take(wish(asking, asking.draft()), Pending.IDLE));
        }
      }
      case Pending.Confirming confirming -> {
        if (requests.revised(confirming.order()).isEmpty()) {
          become(requests.take(wish(confirming, confirming.draft()), Pending.IDLE));
        }
      }
    }
  }

  Pending pending() {
    return pending;
  }

  /** What is pending was asked with this reply. */
  void put() {
    isPut = true;
  }

  /** What was asked was not heard. */
  void notPut() {
    isPut = false;
  }

  /** A call was cut off before it was made. What was agreed upon is asked again: it may be a no. */
  void takeBack(Order order) {
    boolean isReplaced =
        calls.hasDue(order.tool())
            || (pending instanceof Pending.Question question
                && question.draft().tool().equals(order.tool()));
    if (isReplaced) {
      return;
    }
    if (requests.revised(order).isEmpty()) {
      remarks.add(phrasing.cannot());
    } else if (!order.isAgreed()) {
      calls.due(order);
    } else if (pending instanceof Pending.Idle) {
      become(requests.confirm(order, Requests.Wish.fresh(order.draft(), /* certainty= */ 1)));
    } else {
      remarks.add(phrasing.leftUndone(order.tool()));
    }
  }

  /** A call was made that was thought to be cut off: it is not asked about any more. */
  Optional<Order> wasMade(String tool) {
    if (pending instanceof Pending.Confirming asked
        && asked.order().isAgreed()
        && asked.order().tool().equals(tool)) {
      become(Pending.IDLE);
      return Optional.of(asked.order());
    }
    return Optional.empty();
  }

  void hear(Reading reading) {
    if (!(reading instanceof Reading.Nothing)) {
      misses = 0;
    }
    switch (reading) {
      case Reading.Request request -> request(request);
      case Reading.Yes yes -> yes(yes.confidence());
      case Reading.No no -> no(no.confidence());
      case Reading.Help help -> remarks.addAnswer(phrasing.abilities());
      case Reading.Repeat repeat -> repeat();
      case Reading.Cancel cancel -> cancel();
      case Reading.Nothing nothing -> nothing();
    }
  }

  /** Calls the tool that has to be called, or asks for what that takes. */
  void force() {
    if (pending instanceof Pending.Idle && !calls.hasDue()) {
      brief
          .forced()
          .ifPresent(
              tool ->
                  become(
                      requests.take(
                          Requests.Wish.fresh(new Draft(tool, Map.of()), /* certainty= */ 1),
                          pending)));
    }
  }

  private void request(Reading.Request request) {
    Draft draft = request.draft();
    Requests.Wish wish =
        pending instanceof Pending.Question question && question.draft().tool().equals(draft.tool())
            ? wish(question, draft)
            : Requests.Wish.fresh(draft, request.confidence());
    become(requests.take(wish, pending));
  }

  /** More of what is pending, or a correction, which is read back. */
  private static Requests.Wish wish(Pending.Question question, Draft draft) {
    return switch (question) {
      case Pending.Asking asking ->
          new Requests.Wish(
              draft, asking.certainty(), asking.careful(), asking.careful() ? asking.tries() : 0);
      case Pending.Confirming confirming ->
          new Requests.Wish(
              draft, confirming.certainty(), /* careful= */ true, confirming.tries() + 1);
    };
  }

  private void yes(double confidence) {
    switch (pending) {
      case Pending.Confirming confirming -> {
        if (!isPut) {
          return; // a yes to what was not heard: it is asked again
        }
        if (!caution.isAnswer(confidence)) {
          unsure(confirming);
        } else if (!brief.allows(confirming.draft().tool())) {
          remarks.add(phrasing.cannot());
          become(Pending.IDLE);
        } else {
          calls.due(confirming.order().agreed());
          become(Pending.IDLE);
        }
      }
      case Pending.Asking asking -> nothing();
      case Pending.Idle idle when !calls.hasDue() -> remarks.add(phrasing.whatElse());
      case Pending.Idle idle -> {}
    }
  }

  private void no(double confidence) {
    boolean isAsked = !(pending instanceof Pending.Idle);
    if (isAsked && !calls.takeAgreed().isEmpty()) {
      remarks.add(phrasing.left()); // to what was just agreed upon: the question came after it
      return;
    }
    switch (pending) {
      case Pending.Confirming confirming -> {
        if (!caution.isAnswer(confidence)) {
          unsure(confirming);
        } else {
          refused(confirming);
        }
      }
      case Pending.Asking asking -> nothing();
      case Pending.Idle idle -> remarks.add(calls.drop() ? phrasing.left() : phrasing.allRight());
    }
  }

  private void unsure(Pending.Confirming confirming) {
    become(requests.orLeave(confirming.again()));
    if (pending instanceof Pending.Confirming) {
      remarks.add(phrasing.yesOrNo());
    }
  }

  /** Something is wrong. What that may be is asked again; if nothing can be, the caller refuses. */
  private void refused(Pending.Confirming confirming) {
    Draft draft = confirming.draft();
    boolean isRefusal =
        brief.tools().wantsConfirmation(draft.tool()) && caution.doubtful(draft).isEmpty();
    Optional<String> wrong = isRefusal ? Optional.empty() : caution.worst(draft);
    if (wrong.isEmpty()) {
      remarks.add(phrasing.left());
      become(Pending.IDLE);
      return;
    }
    become(requests.ask(wish(confirming, draft).without(wrong.get()), wrong.get(), pending));
    if (pending instanceof Pending.Asking) {
      remarks.add(phrasing.wrong());
    }
  }

  /** A question that is pending is asked with every reply anyway. */
  private void repeat() {
    if (!remarks.repeat() && pending instanceof Pending.Idle) {
      remarks.add(phrasing.whatElse());
    }
  }

  private void cancel() {
    boolean isPending = !(pending instanceof Pending.Idle);
    if (calls.drop() || isPending) {
      remarks.add(phrasing.left());
    } else {
      remarks.add(calls.isWaiting() ? phrasing.isUnderWay() : phrasing.allRight());
    }
    become(Pending.IDLE);
  }

  /** A cough over a reply gets that reply again; else it says that it does not understand. */
  private void nothing() {
    boolean isAskedAnyway = !(pending instanceof Pending.Idle) && !isPut;
    if (remarks.remind() || isAskedAnyway || calls.hasDue()) {
      isPut = false; // what was asked is put again, behind that reply
      return;
    }
    if (!(pending instanceof Pending.Question question)) {
      remarks.add(phrasing.notUnderstood(pending, Math.min(++misses, 3)));
      return;
    }
    become(requests.orLeave(question.again()));
    if (pending instanceof Pending.Question again) {
      remarks.add(phrasing.notUnderstood(pending, again.tries()));
    }
  }

  private void become(Pending next) {
    pending = next;
    isPut = false;
  }
}
