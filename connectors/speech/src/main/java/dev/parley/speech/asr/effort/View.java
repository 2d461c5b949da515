package dev.parley.speech.asr.effort;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Transcript;

/**
 * The same words in slightly other audio: played faster or slower. A recogniser that is right is
 * right about it too; one that has guessed guesses something else.
 *
 * @param speed 0.8 to 1.25; 1 is the audio as it is
 */
public record View(double speed) {

  /** The audio as it is. */
  public static final View PLAIN = new View(1);

  public View {
    if (!(speed >= 0.8 && speed <= 1.25)) {
      throw new IllegalArgumentException("speed must be 0.8 to 1.25, got " + speed);
    }
  }

  /** Linear interpolation: what it does to the highest sounds is part of the disturbance. */
  Samples of(Samples audio) {
    if (speed == 1 || audio.count() < 2) {
      return audio;
    }
    short[] out = new short[(int) ((audio.count() - 1) / speed) + 1];
    for (int i = 0; i < out.length; i++) {
      double at = i * speed;
      int left = Math.min((int) at, audio.count() - 2);
      double part = at - left;
      out[i] = (short) Math.round(audio.at(left) * (1 - part) + audio.at(left + 1) * part);
    }
    return Samples.wrap(out);
  }

  /** What was heard there, with its times in the audio as it is. */
  Transcript back(Transcript heard) {
    return speed == 1
        ? heard
        : new Transcript(
            heard.words().stream()
                .map(
                    word ->
                        new Transcript.Word(
                            word.text(),
                            Math.round(word.start() * speed),
                            Math.round(word.end() * speed),
                            word.confidence()))
                .toList(),
            heard.confidence());
  }
}
