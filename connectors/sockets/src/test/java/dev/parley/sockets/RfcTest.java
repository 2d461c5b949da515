package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs cases of RFC 6455 against a server that echoes; the groups are those of Autobahn's suite.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RfcTest {

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @BeforeAll
  void start() {
    house =
        new TestServer(
            settings ->
                settings.withMessages(
                    MessageLimits.defaults().withControlsPerSecond(1_000).withFrames(100_000)));
  }

  @AfterAll
  void stop() {
    house.close();
  }

  void check(RfcCase one) {
    try (RawPeer peer = house.open()) {
      for (byte[] piece : one.pieces()) {
        peer.writeAnyway(piece);
      }
      assertThat(codes(peer.framesToTheEnd())).as(one.name()).isEqualTo(one.expected());
    }
  }

  /** Reasons are for people, so cases compare codes alone. */
  private static List<WsFrame> codes(List<WsFrame> frames) {
    return frames.stream()
        .map(
            frame -> frame instanceof WsFrame.Close close ? new WsFrame.Close(close.code()) : frame)
        .toList();
  }

  /** The same bytes, each sent by itself. */
  static List<byte[]> chopped(byte[] bytes, int size) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
    }
    return pieces;
  }
}
