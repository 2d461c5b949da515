package dev.parley.server.realtime;

import dev.parley.engine.telemetry.CallEvent.Parted;
import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import java.util.Optional;
import java.util.function.Consumer;

/** How the client and the door parted: told once, as soon as it is known. One owner. */
final class Parting {

  private final Consumer<Parted> told;
  private Optional<Parted> first = Optional.empty();

  Parting(Consumer<Parted> told) {
    this.told = told;
  }

  /** The session hangs up. */
  void byServer(int code) {
    note(new Parted(Parted.By.SERVER, code));
  }

  /** The socket says how it ended. */
  void bySocket(WsFrame.Close close) {
    if (close.ours()) {
      byServer(close.code());
    } else {
      boolean lost = close.code() == CloseCode.CUT;
      note(new Parted(lost ? Parted.By.LOST : Parted.By.CLIENT, close.code()));
    }
  }

  /** The socket is gone; if it did not say how, because nobody read it, the client is lost. */
  void byNobody() {
    note(new Parted(Parted.By.LOST, CloseCode.CUT));
  }

  /** How, if it is known. */
  Optional<Parted> how() {
    return first;
  }

  private void note(Parted how) {
    if (first.isEmpty()) {
      first = Optional.of(how);
      told.accept(how);
    }
  }
}
