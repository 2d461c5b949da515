package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is over a limit, and the close code that it gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {

  private static final int CAP = 300_000;

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @BeforeAll
  void start() {
    house =
        new TestServer(
            settings ->
                settings.withMessages(
                    MessageLimits.defaults().withBytes(CAP).withBytesOfNode(1_000_000)));
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static int code(RawPeer peer) {
    List<WsFrame> frames = peer.framesToTheEnd();
    return ((WsFrame.Close) frames.get(frames.size() - 1)).code();
  }

  @Test
  void message_ofExactlyTheCap_passes() {
    try (RawPeer peer = house.open()) {
      byte[] payload = Wired.filled(CAP);
      peer.write(Wired.frame(0x81, payload));

      assertThat(peer.frame()).isEqualTo(new WsFrame.Text(payload));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {CAP + 1, 1L << 31, 1L << 40, 1L << 62})
  void header_thatPromisesMoreThanTheCap_isRefusedAtOnce(long length) {
    try (RawPeer peer = house.open()) {
      peer.write(Wired.head(0x82, length), new byte[4]);

      assertThat(code(peer)).isEqualTo(1009);
    }
  }

  @Test
  void parts_thatAreTogetherOverTheCap_areRefusedByTheHeaderOfTheLast() {
    try (RawPeer peer = house.open()) {
      peer.write(Wired.frame(0x01, Wired.filled(CAP)), Wired.head(0x80, 1), new byte[4]);

      assertThat(code(peer)).isEqualTo(1009);
    }
  }

  @Test
  void closeFrame_of1009_arrivesAlthoughTheClientGoesOnWriting() {
    try (RawPeer peer = house.open()) {
      peer.write(Wired.head(0x82, 100_000_000), new byte[4]);
      for (int i = 0; i < 20; i++) {
        peer.writeAnyway(Wired.filled(50_000));
      }

      assertThat(code(peer)).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void message_inMoreFramesThanAllowed_isRefused(int length) {
    try (RawPeer peer = house.open()) {
      List<byte[]> frames = new ArrayList<>();
      frames.add(Wired.frame(0x01, Wired.filled(length)));
      for (int i = 1; i < 2_049; i++) {
        frames.add(Wired.frame(0x00, Wired.filled(length)));
      }
      peer.writeAnyway(Wired.join(frames));

      assertThat(code(peer)).isEqualTo(1008);
    }
  }

  @Test
  void message_inAsManyFramesAsAllowed_passes() {
    try (RawPeer peer = house.open()) {
      List<byte[]> frames = new ArrayList<>();
      frames.add(Wired.frame(0x01, new byte[0]));
      for (int i = 2; i < 2_048; i++) {
        frames.add(Wired.frame(0x00, new byte[0]));
      }
      frames.add(Wired.frame(0x80, Wired.filled(1)));
      peer.write(Wired.join(frames));

      assertThat(peer.frame()).isEqualTo(WsFrame.text("a"));
    }
  }

  @Test
  void pings_overTheRate_areRefused() {
    try (RawPeer peer = house.open()) {
      List<byte[]> frames = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        frames.add(Wired.ping("x"));
      }
      peer.write(Wired.join(frames));

      List<WsFrame> answers = peer.framesToTheEnd();
      assertThat(answers.subList(0, 20)).containsOnly(new WsFrame.Pong(new byte[] {'x'}));
      assertThat(answers.get(answers.size() - 1))
          .isEqualTo(new WsFrame.Close(1008, "too many control frames"));
    }
  }

  @Test
  void halfMessages_overTheBudgetOfAll_costTheConnectionThatAsks() {
    List<RawPeer> peers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      RawPeer peer = house.open();
      peer.writeAnyway(Wired.frame(0x02, Wired.filled(CAP - 1_000)));
      peer.writeAnyway(Wired.ping("held"));
      peers.add(peer);
    }

    List<WsFrame> first = peers.stream().map(RawPeer::frame).toList();
    assertThat(first)
        .filteredOn(WsFrame.Close.class::isInstance)
        .containsExactly(new WsFrame.Close(1013, "the server has no room for more"));
    assertThat(first).filteredOn(WsFrame.Pong.class::isInstance).hasSize(3);
    peers.forEach(RawPeer::close);
    try (RawPeer next = house.open()) {
      next.write(Wired.text("a"));
      assertThat(next.frame()).isEqualTo(WsFrame.text("a"));
    }
  }

  @Test
  void connections_overTheLimit_areToldSo() throws Exception {
    try (TestServer small =
        new TestServer(settings -> settings.withCrowd(CrowdLimits.defaults().withConnections(2)))) {
      try (RawPeer one = small.open();
          RawPeer two = small.open();
          RawPeer three = small.raw()) {
        assertThat(three.head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
        assertThat(Seen.next(small.seen.refused)).isEqualTo(Refusal.TOO_MANY);
        assertThat(small.server.open()).isEqualTo(2);
        one.write(Wired.close(1000, ""));
        assertThat(code(one)).isEqualTo(1000);
        two.write(Wired.text("lives on"));
        assertThat(two.frame()).isEqualTo(WsFrame.text("lives on"));
      }
    }
  }

  @Test
  void connections_ofOneAddressOverTheLimit_areToldSo() throws Exception {
    try (TestServer small =
        new TestServer(
            settings ->
                settings.withCrowd(
                    CrowdLimits.defaults().withPerAddress(1).withLoopbackToo(true)))) {
      try (RawPeer one = small.open();
          RawPeer two = small.raw()) {
        assertThat(two.head()).startsWith("HTTP/1.1 429 ");
        assertThat(Seen.next(small.seen.refused)).isEqualTo(Refusal.TOO_MANY_OF_ADDRESS);
        one.write(Wired.text("stays"));
        assertThat(one.frame()).isEqualTo(WsFrame.text("stays"));
      }
    }
  }
}
