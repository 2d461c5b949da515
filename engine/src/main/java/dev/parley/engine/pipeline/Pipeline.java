package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tap;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Says a call, from the caller's mouth to the caller's ear:
 *
 * <pre>{@code
 * Pipeline.call("support")
 *     .from(door)
 *     .through(stage)      // any number, on the caller's side
 *     .tap(recorder)
 *     .to(model)
 *     .through(stage)      // any number, on the reply's side
 *     .through(Playout.forDoor(door))
 *     .back();
 * }</pre>
 *
 * The types keep the order: a room of the reply's side cannot stand on the caller's, and there is
 * no way back but through a playout. Each step returns a new object and leaves the old one as it
 * was, so that a common beginning can be shared.
 */
public final class Pipeline {

  private final String name;

  private Pipeline(String name) {
    this.name = name;
  }

  /**
   * Begins a call.
   *
   * @param name what its sessions are called in plans, logs and reports: letters, digits, {@code .
   *     _ -}
   */
  public static Pipeline call(String name) {
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "a call's name has 1 to 64 letters, digits, dots, _ or -, got \"" + name + "\"");
    }
    return new Pipeline(name);
  }

  /** Where the caller comes in. */
  public CallerSide from(Door door) {
    return new CallerSide(name, door, List.of());
  }

  /** The way from the caller to the model. */
  public static final class CallerSide {

    private final String name;
    private final Door door;
    private final List<Stage<Inbound>> stages;

    private CallerSide(String name, Door door, List<Stage<Inbound>> stages) {
      this.name = name;
      this.door = door;
      this.stages = stages;
    }

    /** The caller's frames pass this room. */
    public CallerSide through(Stage<Inbound> stage) {
      return new CallerSide(name, door, with(stages, stage));
    }

    /** The caller's frames pass a flow of one's own, which must leave their audio format alone. */
    public CallerSide through(String stageName, Flow<Inbound, Inbound, ?> flow) {
      return through(new RawStage<>(stageName, flow));
    }

    /** Somebody looks on, here and behind the playout. */
    public CallerSide tap(Tap tap) {
      long taps = stages.stream().filter(TapPoint.class::isInstance).count();
      return new CallerSide(name, door, with(stages, new TapPoint((int) taps, tap)));
    }

    /** Who listens and answers. */
    public ReplySide to(Backend model) {
      return new ReplySide(this, model, List.of());
    }
  }

  /** The way from the model to the playout. */
  public static final class ReplySide {

    private final CallerSide callerSide;
    private final Backend model;
    private final List<Stage<Outbound>> stages;

    private ReplySide(CallerSide callerSide, Backend model, List<Stage<Outbound>> stages) {
      this.callerSide = callerSide;
      this.model = model;
      this.stages = stages;
    }

    /** The reply's frames pass this room. */
    public ReplySide through(Stage<Outbound> stage) {
      return new ReplySide(callerSide, model, with(stages, stage));
    }

    /** The reply's frames pass a flow of one's own, which must leave their audio format alone. */
    public ReplySide through(String stageName, Flow<Outbound, Outbound, ?> flow) {
      return through(new RawStage<>(stageName, flow));
    }

    /** Where the reply waits, is paced, and can be cut. */
    public Paced through(Playout playout) {
      return new Paced(this, playout);
    }
  }

  /** All that is missing is the way out. */
  public static final class Paced {

    private final ReplySide replySide;
    private final Playout playout;

    private Paced(ReplySide replySide, Playout playout) {
      this.replySide = replySide;
      this.playout = playout;
    }

    /** Back to the door that the caller came in by. */
    public Call back() {
      CallerSide caller = replySide.callerSide;
      return new Call(
          new Said(
              caller.name, caller.door, caller.stages, replySide.model, replySide.stages, playout),
          SessionSettings.defaults());
    }
  }

  private static <T> List<T> with(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
