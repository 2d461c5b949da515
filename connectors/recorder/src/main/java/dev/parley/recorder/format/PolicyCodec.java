package dev.parley.recorder.format;

import dev.parley.engine.turn.TurnPolicy;

/** How turns are taken, as fields and back. */
final class PolicyCodec {

  private PolicyCodec() {}

  static Fields write(TurnPolicy policy) {
    return Fields.of("owner", policy.owner().name())
        .put("create_response", policy.createResponse())
        .put("interrupt_response", policy.interruptResponse())
        .put("doubt_ns", policy.doubt().toNanos())
        .put("most_says", policy.mostSays());
  }

  static TurnPolicy read(Fields from) {
    return new TurnPolicy(
        from.one(TurnPolicy.Owner.class, "owner"),
        from.flag("create_response"),
        from.flag("interrupt_response"),
        TuningCodec.span(from, "doubt_ns"),
        from.small("most_says"));
  }
}
