package dev.parley.server.realtime;

import dev.parley.audio.turn.SilenceKernel;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadKernel;
import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * VAD and turn detection in one room that can be switched on and off in mid-call. Off, it lets
 * everything pass, costs nothing and holds nothing; on again, it begins afresh where the caller's
 * audio is by then, and what it had half heard before is forgotten.
 */
final class ListeningKernel implements Kernel<Inbound, Inbound>, Tunable<Listening.Setting> {

  private final SpeechDetectors detectors;
  private Optional<Listening> listening;
  private AudioFormat format = AudioFormat.pcm16(AudioCodec.RATE);
  private @Nullable VadKernel vad;
  private @Nullable SilenceKernel turns;

  /**
   * @param detectors opened with the first audio, closed when it is switched off
   */
  ListeningKernel(SpeechDetectors detectors, Listening.Setting setting) {
    this.detectors = detectors;
    this.listening = setting.listening();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    format = in;
    return in;
  }

  @Override
  public Class<Listening.Setting> settingsType() {
    return Listening.Setting.class;
  }

  @Override
  public void tune(Listening.Setting setting) {
    listening = setting.listening();
    if (listening.isEmpty()) {
      close();
    } else if (vad != null && turns != null) {
      vad.tune(listening.get().vad());
      turns.tune(listening.get().turns());
    }
  }

  @Override
  public void accept(Inbound frame, Consumer<? super Inbound> out) {
    if (listening.isEmpty()) {
      out.accept(frame);
      return;
    }
    if (vad == null || turns == null) {
      vad = new VadKernel(detectors, listening.get().vad());
      vad.negotiate(format);
      turns = new SilenceKernel(listening.get().turns());
    }
    SilenceKernel behind = turns;
    vad.accept(frame, heard -> behind.accept(heard, out));
  }

  @Override
  public void flush(Consumer<? super Inbound> out) {
    if (vad != null && turns != null) {
      SilenceKernel behind = turns;
      vad.flush(heard -> behind.accept(heard, out));
      behind.flush(out);
    }
  }

  @Override
  public void reset() {
    close();
  }

  @Override
  public void close() {
    if (vad != null) {
      vad.close();
      vad = null;
      turns = null;
    }
  }
}
