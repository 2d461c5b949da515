package dev.parley.silero;

import dev.parley.audio.vad.SpeechDetector;

/** One stream through the network. */
final class SileroDetector implements SpeechDetector {

  private final SileroStreams streams;

  SileroDetector(SileroModel model, int rate) {
    streams = new SileroStreams(model, 1, rate);
  }

  @Override
  public int rate() {
    return streams.rate();
  }

  @Override
  public double probability(short[] frame) {
    streams.put(0, frame);
    streams.run();
    return streams.probability(0);
  }

  @Override
  public void reset() {
    streams.reset(0);
  }

  @Override
  public void close() {
    streams.close();
  }
}
