package dev.parley.conformance.tap;

import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.frames.WireFrame.Side;
import dev.parley.conformance.order.OrderChecker;
import dev.parley.conformance.schema.FrameSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The messages of one connection and what is wrong with them. Safe for any thread. */
public final class Recording {

  private static final int LONGEST = 160;

  private final FrameSchemas schemas;
  private final OrderChecker order = new OrderChecker();
  private final List<WireFrame> frames = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private OptionalInt serverClose = OptionalInt.empty();
  private int serverCloses;

  public Recording(FrameSchemas schemas) {
    this.schemas = schemas;
  }

  /** Takes a message; the client's must come before the server can have read it. */
  public synchronized void add(WireFrame frame) {
    frames.add(frame);
    if (frame.isFrom(Side.CLIENT)) {
      order.client(frame.json());
      return;
    }
    if (serverCloses > 0) {
      violations.add("nothing may come behind the close frame, but %s did".formatted(frame.type()));
    }
    order.server(frame.json());
    violations.addAll(schemas.check(frame.json()));
  }

  synchronized void complain(String sentence) {
    violations.add(sentence);
  }

  synchronized void closedByServer(int code) {
    serverClose = OptionalInt.of(code);
    if (++serverCloses > 1) {
      violations.add("there is one close frame only, but another came with %d".formatted(code));
    }
  }

  /** All messages so far, of both sides. */
  public synchronized List<WireFrame> frames() {
    return List.copyOf(frames);
  }

  /** The code of the server's close frame, if it has sent one. */
  public synchronized OptionalInt serverClose() {
    return serverClose;
  }

  /** What is wrong so far, in sentences. */
  public synchronized List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    all.addAll(order.violations());
    return all;
  }

  /** The messages as text, one a line, without what makes them long. */
  public synchronized String transcript() {
    StringBuilder text = new StringBuilder();
    int n = 0;
    for (WireFrame frame : frames) {
      String json = frame.json().toString();
      String shown = json.length() > LONGEST ? json.substring(0, LONGEST) + "..." : json;
      text.append("%4d %s %s%n".formatted(++n, frame.isFrom(Side.CLIENT) ? "C>" : "S>", shown));
    }
    serverClose.ifPresent(code -> text.append("     S> close %d%n".formatted(code)));
    return text.toString();
  }
}
