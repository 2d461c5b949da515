package dev.parley.server.realtime;

import dev.parley.audio.tempo.TempoSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.VadTuning;

/**
 * What stands between a session's doors as it begins. Changes in mid-call go by the stages' names.
 *
 * @param detector hears speech, by its name
 * @param vad how the stage {@value #VAD} begins
 * @param turns how the stage {@value #TURNS} begins
 * @param tempo how the stage {@value #TEMPO} begins
 */
public record Rooms(String detector, VadTuning vad, TurnTuning turns, TempoSettings tempo) {

  /** The room that hears speech begin and stop. */
  public static final String VAD = "vad";

  /** The room that hears turns end. */
  public static final String TURNS = "turns";

  /** The room that speeds replies up or slows them down. */
  public static final String TEMPO = "tempo";
}
