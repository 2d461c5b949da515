package dev.parley.audio.codec;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.function.Consumer;

/** Mono samples to bytes of any format. Every channel gets the same samples. */
public final class PcmEncoder implements Kernel<Samples, byte[]> {

  private final AudioFormat format;
  private final int width;

  public PcmEncoder(AudioFormat format) {
    this.format = format;
    width = Pcm.width(format.encoding());
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    if (in.rate() != format.rate()) {
      throw new Refused("encoder", in, "put a resampler to " + format.rate() + " Hz before it");
    }
    return format;
  }

  @Override
  public void accept(Samples samples, Consumer<? super byte[]> out) {
    if (samples.isEmpty()) {
      return;
    }
    byte[] bytes = new byte[samples.count() * width * format.channels()];
    int at = 0;
    for (int i = 0; i < samples.count(); i++) {
      for (int channel = 0; channel < format.channels(); channel++, at += width) {
        Pcm.write(format.encoding(), samples.at(i), bytes, at);
      }
    }
    out.accept(bytes);
  }
}
