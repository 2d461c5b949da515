package dev.parley.recorder.format;

import dev.parley.audio.tempo.TempoSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.VadTuning;
import java.util.Optional;

/**
 * The rooms between a call's doors, as whoever assembles it says them: a stage does not tell its
 * own settings. A replay builds them again.
 *
 * @param detector the speech detector, by its name
 * @param vadName what the detector's stage is called in the plan, for changes in mid-call
 * @param vad how it begins
 * @param turnName what the turn detector's stage is called in the plan
 * @param turns how it begins
 * @param echoGate an echo gate stands before the detector
 * @param modelRate samples a second that the model hears, where a stage behind the detectors makes
 *     them; empty where it hears what they do
 * @param tempo how fast replies are spoken, where a stage named {@code tempo} can change that
 */
public record Rooms(
    String detector,
    String vadName,
    VadTuning vad,
    String turnName,
    TurnTuning turns,
    boolean echoGate,
    Optional<Integer> modelRate,
    Optional<TempoSettings> tempo) {

  /** A detector and a turn detector by silence, under their own names. */
  public static Rooms of(String detector, VadTuning vad, TurnTuning turns) {
    return new Rooms(
        detector,
        "vad." + detector,
        vad,
        "turn.silence",
        turns,
        /* echoGate= */ false,
        Optional.empty(),
        Optional.empty());
  }

  public Rooms named(String vadStage, String turnStage) {
    return new Rooms(detector, vadStage, vad, turnStage, turns, echoGate, modelRate, tempo);
  }

  public Rooms withDetector(String name) {
    return new Rooms(name, vadName, vad, turnName, turns, echoGate, modelRate, tempo);
  }

  public Rooms withVad(VadTuning other) {
    return new Rooms(detector, vadName, other, turnName, turns, echoGate, modelRate, tempo);
  }

  public Rooms withTurns(TurnTuning other) {
    return new Rooms(detector, vadName, vad, turnName, other, echoGate, modelRate, tempo);
  }

  public Rooms withEchoGate(boolean on) {
    return new Rooms(detector, vadName, vad, turnName, turns, on, modelRate, tempo);
  }

  public Rooms withModelRate(int rate) {
    return new Rooms(detector, vadName, vad, turnName, turns, echoGate, Optional.of(rate), tempo);
  }

  public Rooms withTempo(TempoSettings settings) {
    return new Rooms(
        detector, vadName, vad, turnName, turns, echoGate, modelRate, Optional.of(settings));
  }

  Fields write() {
    return Fields.of("detector", detector)
        .put("vad_stage", vadName)
        .put("vad", TuningCodec.write(vad))
        .put("turn_stage", turnName)
        .put("turns", TuningCodec.write(turns))
        .put("echo_gate", echoGate)
        .put("model_rate", modelRate)
        .put("tempo", tempo.map(TuningCodec::write));
  }

  static Rooms read(Fields from) {
    return new Rooms(
        from.text("detector"),
        from.text("vad_stage"),
        TuningCodec.vad(from.object("vad")),
        from.text("turn_stage"),
        TuningCodec.turns(from.object("turns")),
        from.flag("echo_gate"),
        from.maybe("model_rate", from::small),
        from.maybe("tempo", from::object).map(TuningCodec::tempo));
  }
}
