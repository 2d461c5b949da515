package dev.parley.server.realtime;

import dev.parley.audio.codec.Pcm;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Between the audio of the wire and that of the house: mono PCM16 at {@value #RATE} Hz. What the
 * resampler holds back comes with {@link Decoder#flush}.
 */
final class AudioCodec {

  /** What sessions work in, whatever their client sends: the richest format of the protocol. */
  static final int RATE = 24_000;

  private AudioCodec() {}

  /** Audio of a client, message by message. One owner. */
  static final class Decoder {
    private final AudioFormatSpec format;
    private final Resampler resampler;
    private long heldBack;

    Decoder(AudioFormatSpec format) {
      this.format = format;
      this.resampler = new Resampler(format.rate(), RATE);
    }

    AudioFormatSpec format() {
      return format;
    }

    /**
     * More audio.
     *
     * @throws IllegalArgumentException if it is no whole number of samples
     */
    void accept(AudioBytes audio, Consumer<? super Samples> out) {
      boolean whole = audio.offset() == 0 && audio.length() == audio.array().length;
      Samples samples =
          Pcm.decode(wire(format).encoding(), whole ? audio.array() : audio.toByteArray());
      if (!samples.isEmpty()) {
        heldBack += (long) samples.count() * RATE / format.rate();
        resampler.accept(samples, ready -> handOver(ready, out));
      }
    }

    private void handOver(Samples ready, Consumer<? super Samples> out) {
      heldBack -= ready.count();
      out.accept(ready);
    }

    /** How many samples have come and would be handed over by {@link #flush}. */
    long heldBack() {
      return heldBack;
    }

    /** The end of a stretch of audio. */
    void flush(Consumer<? super Samples> out) {
      resampler.flush(out);
      resampler.reset();
      heldBack = 0;
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

  /** All of a clip, in its own format. */
  static AudioBytes encode(AudioStore.Clip clip) {
    Encoder encoder = new Encoder(clip.format());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Consumer<AudioBytes> add = b -> all.write(b.array(), b.offset(), b.length());
    clip.pieces().forEach(piece -> encoder.accept(piece, add));
    encoder.flush(add);
    return AudioBytes.of(all.toByteArray());
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
