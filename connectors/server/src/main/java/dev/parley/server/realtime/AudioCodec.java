package dev.parley.server.realtime;

import dev.parley.audio.codec.Pcm;
import dev.parley.audio.codec.PcmDecoder;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import java.util.function.Consumer;

/**
 * Between the audio of the wire and that of the house: mono PCM16 at {@value #RATE} Hz. A sample
 * may be cut between two messages; what the resampler holds back comes with {@link Decoder#flush}.
 */
final class AudioCodec {

  /** What sessions work in, whatever their client sends: the richest format of the protocol. */
  static final int RATE = 24_000;

  private AudioCodec() {}

  /** Audio of a client, message by message. One owner. */
  static final class Decoder {
    private final AudioFormatSpec format;
    private final PcmDecoder decoder;
    private final Resampler resampler;

    Decoder(AudioFormatSpec format) {
      this.format = format;
      this.decoder = new PcmDecoder(wire(format));
      this.resampler = new Resampler(format.rate(), RATE);
    }

    AudioFormatSpec format() {
      return format;
    }

    void accept(AudioBytes audio, Consumer<? super Samples> out) {
      boolean whole = audio.offset() == 0 && audio.length() == audio.array().length;
      decoder.accept(
          whole ? audio.array() : audio.toByteArray(), samples -> resampler.accept(samples, out));
    }

    /**
     * The end of a stretch of audio.
     *
     * @return whether it ended with a whole sample
     */
    boolean flush(Consumer<? super Samples> out) {
      decoder.flush(samples -> {});
      resampler.flush(out);
      resampler.reset();
      return decoder.incompleteBytes() == 0;
    }
  }

  /** Audio for a client, piece by piece. One owner. */
  static final class Encoder {
    private final AudioFormatSpec format;
    private final Resampler resampler;

    Encoder(AudioFormatSpec format) {
      this.format = format;
      this.resampler = new Resampler(RATE, format.rate());
    }

    void accept(Samples audio, Consumer<? super AudioBytes> out) {
      resampler.accept(audio, samples -> encode(samples, out));
    }

    void flush(Consumer<? super AudioBytes> out) {
      resampler.flush(samples -> encode(samples, out));
      resampler.reset();
    }

    private void encode(Samples samples, Consumer<? super AudioBytes> out) {
      if (!samples.isEmpty()) {
        out.accept(AudioBytes.of(Pcm.encode(wire(format).encoding(), samples)));
      }
    }
  }

  private static AudioFormat wire(AudioFormatSpec format) {
    return new AudioFormat(
        format.rate(),
        /* channels= */ 1,
        switch (format) {
          case PCM -> AudioFormat.Encoding.PCM16;
          case PCMU -> AudioFormat.Encoding.MULAW;
          case PCMA -> AudioFormat.Encoding.ALAW;
        });
  }
}
