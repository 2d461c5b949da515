package dev.parley.benchmarks.eval;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.level.Level;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.files.AudioFile;
import dev.parley.files.AudioFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One channel of a recording, or a part of it.
 *
 * @param samples mono PCM16
 * @param rate samples a second
 */
record Clip(Samples samples, int rate) {

  /**
   * Reads all channels of a file.
   *
   * @throws AudioFileException in one sentence, if it cannot be read
   */
  static List<Clip> channelsOf(Path path) {
    AudioFile file = AudioFile.open(path);
    return IntStream.range(0, file.format().channels())
        .mapToObj(channel -> new Clip(file.load(Channels.only(channel)), file.format().rate()))
        .toList();
  }

  double seconds() {
    return (double) samples.count() / rate;
  }

  /** What lies between two instants, as far as there is anything. */
  Clip part(Region region) {
    int from = at(region.start());
    return new Clip(samples.slice(from, Math.max(from, at(region.end()))), rate);
  }

  /** The same sound at another rate. */
  Clip at(int otherRate) {
    if (otherRate == rate) {
      return this;
    }
    short[] pcm = new short[(int) new Position(samples.count(), rate).at(otherRate).sample()];
    Resampler resampler = new Resampler(rate, otherRate);
    int[] filled = {0};
    resampler.accept(samples, made -> filled[0] = append(made, pcm, filled[0]));
    resampler.flush(made -> filled[0] = append(made, pcm, filled[0]));
    return new Clip(Samples.wrap(pcm), otherRate);
  }

  /** The mean level of these parts, in dBFS. */
  double level(List<Region> parts) {
    Samples all = Samples.silence(0);
    for (Region each : parts) {
      all = all.append(part(each).samples);
    }
    return Level.of(all).rms();
  }

  /** How many samples a span lasts here. */
  int count(Duration span) {
    return (int) Position.samples(span, rate);
  }

  private int at(double second) {
    return Math.clamp(Math.round(second * rate), 0, samples.count());
  }

  private static int append(Samples made, short[] pcm, int at) {
    made.copyTo(pcm, at);
    return at + made.count();
  }
}
