package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A pipeline whose rooms have agreed on audio: a fold over them, made once before any flows.
 *
 * @param heard the caller's audio as it reaches the model
 * @param spoken the reply's audio as it reaches the playout
 */
record Negotiation(
    Door door,
    List<Room<Inbound>> callerSide,
    List<Tap> taps,
    Backend model,
    List<Room<Outbound>> replySide,
    Playout playout,
    AudioFormat heard,
    AudioFormat spoken,
    Plan plan) {

  /** A stage with the audio that it is given. */
  record Room<F extends Frame>(Stage<F> stage, AudioFormat in) {}

  static Negotiation of(
      String name,
      Door door,
      List<Stage<Inbound>> callerSide,
      List<Tap> taps,
      Backend model,
      List<Stage<Outbound>> replySide,
      Playout playout) {
    Fold fold = new Fold(taps);
    fold.door(door);
    List<Room<Inbound>> before = fold.through(door.captures(), callerSide);
    AudioFormat heard = fold.out(door.captures());
    AudioFormat made = model.negotiate(heard);
    fold.add(Plan.Kind.MODEL, model.name(), heard, made, "");
    List<Room<Outbound>> behind = fold.through(made, replySide);
    AudioFormat spoken = fold.out(made);
    fold.playout(playout, spoken);
    if (!spoken.equals(door.plays())) {
      throw new Refused(
          door.name(),
          spoken,
          "put a resampler to " + door.plays().rate() + " Hz between model and playout");
    }
    return new Negotiation(
        door, before, taps, model, behind, playout, heard, spoken, new Plan(name, fold.steps));
  }

  private static final class Fold {

    private final List<Tap> taps;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Fold(List<Tap> taps) {
      this.taps = taps;
    }

    void door(Door door) {
      String policy =
          "%d ms may wait, then %s"
              .formatted(
                  door.inputBound().toMillis(),
                  switch (door.overflow()) {
                    case WAIT -> "it reads no more";
                    case DROP_OLDEST -> "the oldest is dropped";
                    case FAIL -> "the call fails";
                  });
      add(Plan.Kind.DOOR, door.name(), door.captures(), door.captures(), policy);
    }

    void playout(Playout playout, AudioFormat spoken) {
      Pace pace = playout.settings().pace();
      String how =
          switch (pace) {
            case Pace.Clock clock -> "in real time, lead " + clock.lead().toMillis() + " ms";
            case Pace.Eager eager -> "as fast as it is taken";
          };
      String note =
          "%s, %s; %d ms may wait, then the model does"
              .formatted(
                  how,
                  playout.settings().ear().name().toLowerCase(Locale.ROOT),
                  pace.backlog().toMillis());
      add(Plan.Kind.PLAYOUT, "playout", spoken, spoken, note);
    }

    <F extends Frame> List<Room<F>> through(AudioFormat first, List<Stage<F>> stages) {
      List<Room<F>> rooms = new ArrayList<>();
      AudioFormat in = first;
      for (Stage<F> stage : stages) {
        AudioFormat out = stage.negotiate(in);
        if (stage instanceof TapPoint point) {
          add(Plan.Kind.TAP, taps.get(point.index()).name(), in, out, "");
        } else {
          add(Plan.Kind.STAGE, stage.name(), in, out, "");
        }
        rooms.add(new Room<>(stage, in));
        in = out;
      }
      return rooms;
    }

    AudioFormat out(AudioFormat ifNone) {
      return steps.isEmpty() ? ifNone : steps.getLast().out();
    }

    void add(Plan.Kind kind, String name, AudioFormat in, AudioFormat out, String note) {
      if (kind != Plan.Kind.TAP && !names.add(name)) {
        throw new IllegalArgumentException(
            "two rooms are named \"" + name + "\": give one another name with named(...)");
      }
      steps.add(new Plan.Step(kind, name, in, out, note));
    }
  }
}
