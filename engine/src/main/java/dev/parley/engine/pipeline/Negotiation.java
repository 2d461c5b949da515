package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
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
    Said said,
    List<Room<Inbound>> callerSide,
    List<Room<Outbound>> replySide,
    AudioFormat heard,
    AudioFormat spoken,
    Plan plan) {

  /** A stage with the audio that it is given. */
  record Room<F extends Frame>(Stage<F> stage, AudioFormat in) {}

  static Negotiation of(Said said) {
    Door door = said.door();
    Fold fold = new Fold();
    fold.door(door);
    List<Room<Inbound>> before = fold.through(door.captures(), said.callerSide());
    AudioFormat heard = fold.out();
    AudioFormat made = said.model().negotiate(heard);
    fold.add(Plan.Kind.MODEL, said.model().name(), heard, made, "");
    List<Room<Outbound>> behind = fold.through(made, said.replySide());
    AudioFormat spoken = fold.out();
    fold.playout(said.playout(), spoken);
    if (!spoken.equals(door.plays())) {
      throw new Refused(
          door.name(),
          spoken,
          "put a resampler to " + door.plays().rate() + " Hz between model and playout");
    }
    return new Negotiation(said, before, behind, heard, spoken, new Plan(said.name(), fold.steps));
  }

  /** The taps, in the order of their places. */
  List<Tap> taps() {
    return callerSide.stream()
        .map(Room::stage)
        .filter(TapPoint.class::isInstance)
        .map(place -> ((TapPoint) place).tap())
        .toList();
  }

  private static final class Fold {

    private final List<Plan.Step> steps = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

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
        Plan.Kind kind = stage instanceof TapPoint ? Plan.Kind.TAP : Plan.Kind.STAGE;
        add(kind, stage.name(), in, out, "");
        rooms.add(new Room<>(stage, in));
        in = out;
      }
      return rooms;
    }

    AudioFormat out() {
      return steps.getLast().out();
    }

    void add(Plan.Kind kind, String name, AudioFormat in, AudioFormat out, String note) {
      if (kind != Plan.Kind.TAP && !names.add(name)) {
        throw new IllegalArgumentException(
            "two rooms are named \"" + name + "\": give a stage another name with named(...)");
      }
      steps.add(new Plan.Step(kind, name, in, out, note));
    }
  }
}
