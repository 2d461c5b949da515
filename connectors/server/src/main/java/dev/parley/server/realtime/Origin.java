package dev.parley.server.realtime;

import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;

/** How an item came into the model's memory, and so by what id it is there. */
sealed interface Origin {

  /** Its id in the model's memory. */
  String id();

  /** Its client put it in, by the same id. */
  record Given(String id) implements Origin {}

  /** The caller's turn up to here. */
  record Turn(Position until) implements Origin {
    @Override
    public String id() {
      return ItemIds.ofTurn(until);
    }
  }

  /** The client carried out a tool. */
  record Result(String callId) implements Origin {
    @Override
    public String id() {
      return ItemIds.ofResult(callId);
    }
  }

  /**
   * The model said, wrote or called it.
   *
   * @param speed how much faster than the model made it the client has it
   */
  record Made(Epoch epoch, int part, double speed) implements Origin {
    @Override
    public String id() {
      return ItemIds.ofPart(epoch, part);
    }
  }
}
