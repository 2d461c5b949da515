package dev.parley.speech.voice;

import java.util.ArrayList;
import java.util.List;

/** What eSpeak NG is told on its command line: how to speak, never what. */
final class EspeakOptions {

  private static final double WORDS_A_MINUTE = 175;
  private static final double SLOWEST = 80;
  private static final double FASTEST = 450;

  /** How long a word gap of 1 is at the slowest speed: as measured. */
  private static final double GAP_SECONDS = 0.036;

  private static final int PITCH = 50;

  /** Steps of its pitch for one octave, near the middle: as measured. */
  private static final double OCTAVE = 66;

  private EspeakOptions() {}

  static List<String> of(Manner manner, String language) {
    double pace = WORDS_A_MINUTE * manner.pace();
    double spoken = Math.clamp(pace, SLOWEST, FASTEST);
    List<String> options = new ArrayList<>(List.of("--stdin", "--stdout", "-m", "-b", "1"));
    options.addAll(List.of("-v", language));
    options.addAll(List.of("-s", String.valueOf(Math.round(spoken))));
    options.addAll(List.of("-p", String.valueOf(pitch(manner.pitch()))));
    if (pace < spoken) {
      double missing = 60 / pace - 60 / spoken; // seconds a word
      options.addAll(List.of("-g", String.valueOf(Math.round(missing / GAP_SECONDS))));
    }
    return options;
  }

  private static int pitch(double factor) {
    double octaves = Math.log(factor) / Math.log(2);
    return Math.clamp(Math.round(PITCH + OCTAVE * octaves), 0, 99);
  }
}
