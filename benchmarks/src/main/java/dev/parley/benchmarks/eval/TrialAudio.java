package dev.parley.benchmarks.eval;

import dev.parley.engine.frame.Samples;
import java.util.List;
import java.util.Random;

/**
 * The sound of a trial, at the house's rate.
 *
 * @param caller all that the caller is heard with, over a noise floor of -66 dBFS
 * @param reply all of the reply
 */
record TrialAudio(Clip caller, Clip reply) {

  /** What most doors give, and what calls are made at inside. */
  static final int RATE = 24_000;

  private static final double FLOOR = 32_768 * Math.pow(10, -66 / 20.0);
  private static final double FADE = 0.005; // seconds; an edge would be a click

  /**
   * Reads the recordings and mixes them.
   *
   * @throws dev.parley.files.AudioFileException if one of them cannot be read
   */
  static TrialAudio of(Trial trial, Folder folder) {
    Clip caller = clip(trial.caller(), folder);
    double gain = trial.level();
    if (trial.type() == Trial.Type.BARGE_IN) {
      List<Region> speech =
          trial.caller().of().speechOf(0).stream()
              .filter(region -> region.start() < trial.caller().when().end())
              .toList();
      gain -= caller.level(speech);
    }
    Clip sound = caller.part(trial.caller().when()).at(RATE);
    short[] line = trial.type() == Trial.Type.RECORDED ? silence(trial) : noiseFloor(trial);
    add(line, sound.samples(), (int) Math.round(trial.callerAt() * RATE), Math.pow(10, gain / 20));
    Clip agent = clip(trial.agent(), folder).part(trial.agent().when()).at(RATE);
    return new TrialAudio(
        new Clip(Samples.wrap(line), RATE), repeated(agent, trial.replySeconds()));
  }

  private static Clip clip(Trial.Part part, Folder folder) {
    return Clip.channelsOf(folder.file(part.of())).get(part.channel());
  }

  private static short[] silence(Trial trial) {
    return new short[(int) Math.round(trial.seconds() * RATE)];
  }

  private static short[] noiseFloor(Trial trial) {
    Random random = new Random(trial.number());
    short[] line = silence(trial);
    for (int i = 0; i < line.length; i++) {
      line[i] = (short) Math.round(FLOOR * random.nextGaussian());
    }
    return line;
  }

  private static void add(short[] line, Samples sound, int at, double factor) {
    int count = Math.min(sound.count(), line.length - at);
    for (int i = 0; i < count; i++) {
      double edge = Math.min(1, Math.min(i, count - 1 - i) / (FADE * RATE));
      long mixed = line[at + i] + Math.round(edge * factor * sound.at(i));
      line[at + i] = (short) Math.clamp(mixed, Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }

  private static Clip repeated(Clip clip, double seconds) {
    short[] pcm = new short[(int) Math.round(seconds * RATE)];
    for (int i = 0; i < pcm.length && !clip.samples().isEmpty(); i++) {
      pcm[i] = clip.samples().at(i % clip.samples().count());
    }
    return new Clip(Samples.wrap(pcm), RATE);
  }
}
