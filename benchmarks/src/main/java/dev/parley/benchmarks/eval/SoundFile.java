package dev.parley.benchmarks.eval;

import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.*;

/** TEMPORARY until dev.parley.files.AudioFile is there. */
final class SoundFile {
  private SoundFile() {}

  static List<Clip> channels(Path file) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      AudioFormat f = in.getFormat();
      AudioInputStream pcm = in;
      if (f.getEncoding() != AudioFormat.Encoding.PCM_SIGNED) {
        pcm = AudioSystem.getAudioInputStream(
            new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, f.getSampleRate(), 16, f.getChannels(), 2 * f.getChannels(), f.getSampleRate(), false), in);
      }
      byte[] b = pcm.readAllBytes();
      int c = f.getChannels();
      List<Clip> out = new ArrayList<>();
      boolean big = pcm.getFormat().isBigEndian();
      for (int ch = 0; ch < c; ch++) {
        short[] s = new short[b.length / 2 / c];
        for (int i = 0; i < s.length; i++) {
          int j = 2 * (i * c + ch);
          s[i] = (short) (big ? (b[j] << 8 | b[j + 1] & 255) : (b[j + 1] << 8 | b[j] & 255));
        }
        out.add(new Clip(Samples.wrap(s), (int) f.getSampleRate()));
      }
      return out;
    } catch (UnsupportedAudioFileException e) {
      throw new IOException(e);
    }
  }
}
