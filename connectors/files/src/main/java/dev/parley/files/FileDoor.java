package dev.parley.files;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A file as the caller: speaks it in real time, 20 ms after 20 ms, each frame at the instant at
 * which its last sample would have been heard.
 *
 * <p>Where the file ends the caller says so ({@code CallerDone}) and goes on in silence, until the
 * call hangs up. What the caller would hear is handed on to whoever wants it, and lost otherwise.
 */
public final class FileDoor implements Door {

  private final AudioFile file;
  private final Channels channels;
  private final Consumer<? super Outbound> ear;

  /**
   * @param channels which of the file's channels is the caller
   * @throws AudioFileException if it has no such channel, or a rate that cannot be changed to ours
   */
  public FileDoor(AudioFile file, Channels channels) {
    this(file, channels, frame -> {});
  }

  /**
   * @param ear takes what the caller hears, on the call's thread; must not block
   */
  public FileDoor(AudioFile file, Channels channels, Consumer<? super Outbound> ear) {
    file.checkHas(channels);
    if (!Resampler.RATES.contains(file.format().rate())) {
      throw new AudioFileException(
          file.path(),
          "has " + file.format().rate() + " samples a second",
          "convert it to one of " + Resampler.RATES + " Hz");
    }
    this.file = file;
    this.channels = channels;
    this.ear = ear;
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public AudioFormat captures() {
    return file.format().inner();
  }

  @Override
  public PlayoutSettings playout() {
    return PlayoutSettings.of(Pace.clock(), Ear.COUNTED);
  }

  @Override
  public Overflow overflow() {
    return Overflow.WAIT;
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    return Flow.fromGraph(new FileStage(file, channels, captures().rate(), ear));
  }
}
