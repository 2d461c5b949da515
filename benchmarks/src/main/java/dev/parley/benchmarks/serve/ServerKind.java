package dev.parley.benchmarks.serve;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The servers that are measured. */
enum ServerKind {
  NETTY_SINK("netty-sink", "bare Netty, reads and drops"),
  NETTY_ECHO("netty-echo", "bare Netty, echo"),
  PEKKO_ECHO("pekko-echo", "Pekko HTTP, echo"),
  PARLEY("parley", "Parley, turn_detection null"),
  PARLEY_WEBRTC("parley-webrtc", "Parley, server_vad by WebRTC"),
  PARLEY_SILERO("parley-silero", "Parley, server_vad by Silero");

  private final String word;
  private final String title;

  ServerKind(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** For the command line. */
  String word() {
    return word;
  }

  /** For people. */
  String title() {
    return title;
  }

  boolean isParley() {
    return this == PARLEY || hasDetector();
  }

  boolean hasDetector() {
    return this == PARLEY_WEBRTC || this == PARLEY_SILERO;
  }

  /**
   * @throws IllegalArgumentException that names all there are
   */
  static ServerKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a server is one of "
                        + Arrays.stream(values())
                            .map(ServerKind::word)
                            .collect(Collectors.joining(", "))
                        + ", got "
                        + word));
  }
}
