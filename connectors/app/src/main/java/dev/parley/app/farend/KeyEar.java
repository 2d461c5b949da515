package dev.parley.app.farend;

import dev.parley.engine.frame.Samples;
import dev.parley.twilio.sim.SimScript;

/**
 * Hears telephone keys that sound in a voice (ITU-T Q.23): two tones, one of each group, that hold
 * nearly all of the sound for some time.
 */
final class KeyEar {

  private static final String KEYS = "123A456B789C*0#D";
  private static final int[] ROWS = {697, 770, 852, 941};
  private static final int[] COLUMNS = {1_209, 1_336, 1_477, 1_633};
  private static final int FRAME = SimScript.RATE / 50;

  /** Frames of 20 ms that a key sounds at the least. */
  private static final int LEAST = 2;

  /** Which share of a frame's energy the two tones hold, at the least. */
  private static final double SHARE = 0.75;

  /** And each of them. */
  private static final double EACH = 0.15;

  private static final double QUIETEST = 1e-4;

  private KeyEar() {}

  /** All keys, in their order. */
  static String of(Samples track) {
    StringBuilder keys = new StringBuilder();
    char sounding = ' ';
    int frames = 0;
    for (int at = 0; at + FRAME <= track.count(); at += FRAME) {
      char key = key(track, at);
      frames = key == sounding ? frames + 1 : 1;
      sounding = key;
      if (key != ' ' && frames == LEAST) {
        keys.append(key);
      }
    }
    return keys.toString();
  }

  private static char key(Samples track, int at) {
    double energy = 0;
    for (int i = 0; i < FRAME; i++) {
      energy += sample(track, at + i) * sample(track, at + i);
    }
    int row = loudest(ROWS, track, at);
    int column = loudest(COLUMNS, track, at);
    double low = energy(ROWS[row], track, at);
    double high = energy(COLUMNS[column], track, at);
    boolean both = Math.min(low, high) > EACH * energy && low + high > SHARE * energy;
    return both && energy > QUIETEST * FRAME ? KEYS.charAt(row * COLUMNS.length + column) : ' ';
  }

  private static int loudest(int[] tones, Samples track, int at) {
    int best = 0;
    for (int i = 1; i < tones.length; i++) {
      if (energy(tones[i], track, at) > energy(tones[best], track, at)) {
        best = i;
      }
    }
    return best;
  }

  /** Of one tone in a frame, by Goertzel's algorithm. */
  private static double energy(int hertz, Samples track, int at) {
    double step = 2 * Math.cos(2 * Math.PI * hertz / SimScript.RATE);
    double one = 0;
    double two = 0;
    for (int i = 0; i < FRAME; i++) {
      double next = sample(track, at + i) + step * one - two;
      two = one;
      one = next;
    }
    return 2 * (one * one + two * two - step * one * two) / FRAME;
  }

  private static double sample(Samples track, int at) {
    return track.at(at) / 32_768.0;
  }
}
