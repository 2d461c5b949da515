package dev.parley.speech.voice;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import java.util.ArrayList;
import java.util.List;

/**
 * How somebody speaks, measured in 40 ms windows every 10 ms: the pitch by autocorrelation, the
 * pauses by level.
 *
 * @param seconds from the first to the last sound
 * @param hertz the median pitch of what is voiced
 * @param spread between the 10th and the 90th percentile of the pitch, in semitones
 * @param paused how much of the time is silence that lasts 100 ms or longer, 0 to 1
 */
public record Prosody(double seconds, double hertz, double spread, double paused) {

  private static final double VOICED = 0.6;

  /** What a voice makes of a text. */
  public static Samples speech(Voice voice, String text, Delivery how) {
    List<Samples> pieces = new ArrayList<>();
    voice.speak(text, how, pieces::add);
    int count = pieces.stream().mapToInt(Samples::count).sum();
    short[] all = new short[count];
    int at = 0;
    for (Samples piece : pieces) {
      piece.copyTo(all, at);
      at += piece.count();
    }
    return Samples.wrap(all);
  }

  public static Prosody of(Samples speech, int rate) {
    int hop = rate / 100;
    int window = 4 * hop;
    List<Double> pitches = new ArrayList<>();
    List<Boolean> sounds = new ArrayList<>();
    for (int from = 0; from + window < speech.count(); from += hop) {
      double level = level(speech, from, hop);
      sounds.add(level > 100);
      if (level > 300) {
        double pitch = pitch(speech, from, window, rate);
        if (pitch > 0) {
          pitches.add(pitch);
        }
      }
    }
    pitches.sort(null);
    int n = pitches.size();
    double spread = 12 * Math.log(pitches.get(n * 9 / 10) / pitches.get(n / 10)) / Math.log(2);
    int first = sounds.indexOf(true);
    int last = sounds.lastIndexOf(true) + 1;
    List<Boolean> within = sounds.subList(first, last);
    return new Prosody(
        within.size() / 100.0, pitches.get(n / 2), spread, pauses(within) / (double) within.size());
  }

  private static int pauses(List<Boolean> sounds) {
    int paused = 0;
    int quiet = 0;
    for (boolean sound : sounds) {
      if (sound) {
        paused += quiet >= 10 ? quiet : 0;
        quiet = 0;
      } else {
        quiet++;
      }
    }
    return paused;
  }

  private static double level(Samples speech, int from, int count) {
    double power = 0;
    for (int i = from; i < from + count; i++) {
      power += (double) speech.at(i) * speech.at(i);
    }
    return Math.sqrt(power / count);
  }

  /** 0 if it is not voiced. */
  private static double pitch(Samples speech, int from, int window, int rate) {
    int longest = rate / 50;
    if (from + window + longest >= speech.count()) {
      return 0;
    }
    double best = 0;
    int lag = 0;
    for (int candidate = rate / 250; candidate <= longest; candidate++) {
      double match = match(speech, from, window, candidate);
      if (match > best * 1.02) { // the shortest of equals: a multiple matches as well
        best = match;
        lag = candidate;
      }
    }
    return best < VOICED ? 0 : (double) rate / lag;
  }

  private static double match(Samples speech, int from, int window, int lag) {
    double both = 0;
    double one = 1;
    double other = 1;
    for (int i = from; i < from + window; i++) {
      double a = speech.at(i);
      double b = speech.at(i + lag);
      both += a * b;
      one += a * a;
      other += b * b;
    }
    return both / Math.sqrt(one * other);
  }
}
