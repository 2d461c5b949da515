package dev.parley.app.farend;

import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.sim.SimSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a simulated call.
 *
 * @param file what the caller says
 * @param channel which of its channels the caller is on, from 0; without, all are mixed
 * @param server where it is: {@code ws://host:port}
 * @param call whom it calls, and as whom
 * @param keys what the caller presses, and when
 * @param listen how long the caller listens once the recording is over; empty to stay until the
 *     other side hangs up
 * @param out a file that ends in {@code .wav}, or a folder
 */
public record FarEndSettings(
    Path file,
    Optional<Integer> channel,
    URI server,
    SimSettings call,
    List<SimScript.Key> keys,
    Optional<Duration> listen,
    Path out) {

  public FarEndSettings {
    keys = List.copyOf(keys);
  }
}
