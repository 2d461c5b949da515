package dev.parley.engine.pipeline;

import dev.parley.engine.playout.ForwardingPlayout;
import dev.parley.engine.playout.PlayoutControl;

/**
 * The playout of a stream that is only about to run; until then there is nothing to cut or to hear.
 */
final class LatePlayout implements ForwardingPlayout {

  private volatile PlayoutControl playout = PlayoutControl.none();

  void become(PlayoutControl running) {
    playout = running;
  }

  @Override
  public PlayoutControl playout() {
    return playout;
  }
}
