package dev.parley.sockets;

import org.jspecify.annotations.Nullable;

/** Wakes a {@link BridgeStage} when it waits for something, and never twice at a time. */
final class Pokes {

  private @Nullable Runnable poke;
  private boolean underWay;
  private boolean wantsMore;
  private boolean wantsRoom;

  boolean attach(Runnable stage) {
    if (poke != null) {
      return false;
    }
    poke = stage;
    return true;
  }

  boolean isAttached() {
    return poke != null;
  }

  void poked() {
    underWay = false;
  }

  void wantMore() {
    wantsMore = true;
  }

  void wantRoom() {
    wantsRoom = true;
  }

  /** There is something to take. */
  void onMore() {
    if (wantsMore) {
      wantsMore = false;
      now();
    }
  }

  /** There is room to write. */
  void onRoom() {
    if (wantsRoom) {
      wantsRoom = false;
      now();
    }
  }

  /** Whatever it waits for, there is news. */
  void now() {
    if (poke != null && !underWay) {
      underWay = true;
      poke.run();
    }
  }
}
