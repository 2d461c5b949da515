package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Focus;

/** What the caller was asked and has not answered. Calls under way are in {@link Calls}. */
sealed interface Pending {

  /** Nothing. */
  record Idle() implements Pending {
    @Override
    public Focus focus() {
      return new Focus.Anything();
    }
  }

  /** Something about a tool that is going to be called. */
  sealed interface Question extends Pending {

    Draft draft();

    /** How often the same was asked again. */
    int tries();

    /** The same, once more. */
    Question again();
  }

  /**
   * The value of an argument.
   *
   * @param certainty how sure it is that this tool is meant, 0 to 1
   * @param careful whether it has to be confirmed in any case: something was wrong before
   */
  record Asking(Draft draft, String argument, double certainty, boolean careful, int tries)
      implements Question {

    @Override
    public Focus focus() {
      return new Focus.Argument(draft, argument);
    }

    @Override
    public Asking again() {
      return new Asking(draft, argument, certainty, careful, tries + 1);
    }
  }

  /**
   * Whether a call is right.
   *
   * @param order what will be called
   * @param certainty as above
   * @param careful whether all of it is read back: something was wrong before
   * @param isRepetition whether the same has been done before
   */
  record Confirming(Order order, double certainty, boolean careful, boolean isRepetition, int tries)
      implements Question {

    @Override
    public Draft draft() {
      return order.draft();
    }

    @Override
    public Focus focus() {
      return new Focus.Confirmation(order.draft());
    }

    @Override
    public Confirming again() {
      return new Confirming(order, certainty, careful, isRepetition, tries + 1);
    }
  }

  Idle IDLE = new Idle();

  Focus focus();
}
