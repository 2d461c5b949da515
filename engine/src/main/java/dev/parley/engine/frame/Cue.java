package dev.parley.engine.frame;

import java.util.List;

/**
 * What the playout tells the door, in its place between what is heard. A door turns it into its
 * protocol's words; it never reaches a model.
 */
public sealed interface Cue extends Outbound {

  /**
   * Replies were cut; stands before everything that is still waiting. What the far end has not
   * played of them is to be thrown away (Twilio's {@code clear}).
   */
  record Interrupted(List<Epoch> epochs) implements Cue {
    public Interrupted {
      epochs = List.copyOf(epochs);
    }
  }

  /**
   * Asks the far end to tell when everything sent before has been played, for doors that learn what
   * was heard from such acknowledgements.
   *
   * @param id unique within the call
   */
  record Mark(long id) implements Cue {}
}
