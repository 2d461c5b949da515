package dev.parley.files;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import java.time.Duration;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * The user's own microphone and loudspeaker, at 24 kHz. There is no echo canceller: use a headset,
 * or the caller interrupts the reply with its own echo.
 */
public final class MicrophoneDoor implements Door {

  private static final AudioFormat AUDIO = AudioFormat.pcm16(24_000);

  private final AudioDevice device;

  MicrophoneDoor(AudioDevice device) {
    this.device = device;
  }

  /**
   * The system's standard devices.
   *
   * @throws AudioDeviceException if there is no microphone or no loudspeaker
   */
  public static MicrophoneDoor system() {
    JavaSound devices = new JavaSound();
    devices.check(AUDIO.rate());
    return new MicrophoneDoor(devices);
  }

  @Override
  public String name() {
    return "microphone";
  }

  @Override
  public AudioFormat captures() {
    return AUDIO;
  }

  @Override
  public PlayoutSettings playout() {
    return PlayoutSettings.of(Pace.clock(), Ear.COUNTED);
  }

  @Override
  public Duration inputBound() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Overflow overflow() {
    return Overflow.DROP_OLDEST;
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    return Flow.fromGraph(new MicrophoneStage(device, AUDIO.rate(), link.drops()));
  }
}
