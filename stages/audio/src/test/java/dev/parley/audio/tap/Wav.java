package dev.parley.audio.tap;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.codec.PcmDecoder;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads WAV files as the JDK does, which knows nothing of how they were written. */
record Wav(int rate, List<Samples> channels) {

  static Wav read(Path path) {
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(path.toFile())) {
      javax.sound.sampled.AudioFormat found = audio.getFormat();
      byte[] bytes = audio.readAllBytes();
      if (bytes.length != audio.getFrameLength() * found.getFrameSize()) {
        throw new IOException("the header promises more than there is");
      }
      int rate = Math.round(found.getSampleRate());
      List<Samples> channels = new ArrayList<>();
      for (int channel = 0; channel < found.getChannels(); channel++) {
        AudioFormat format = new AudioFormat(rate, found.getChannels(), AudioFormat.Encoding.PCM16);
        List<Samples> decoded = new ArrayList<>();
        new PcmDecoder(format, Channels.only(channel)).accept(bytes, decoded::add);
        channels.add(decoded.isEmpty() ? Samples.silence(0) : decoded.getFirst());
      }
      return new Wav(rate, channels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedAudioFileException e) {
      throw new AssertionError("not a WAV file", e);
    }
  }

  Samples left() {
    return channels.get(0);
  }

  Samples right() {
    return channels.get(1);
  }

  int frames() {
    return left().count();
  }
}
