package dev.parley.silero;

import dev.parley.audio.vad.SpeechDetector;

/** One stream through the network. */
final class SileroDetector implements SpeechDetector {

  private final SileroStreams streams;

  SileroDetector(SileroModel model) {
    streams = new SileroStreams(model, 1);
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
