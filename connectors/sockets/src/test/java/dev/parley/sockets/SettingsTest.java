package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void settings_thatCannotBe_areRefusedByName() {
    assertThatThrownBy(() -> SocketSettings.defaults().withAddress("127.0.0.1", 70_000))
        .hasMessage("port must be 0 to 65535, got 70000");
    assertThatThrownBy(() -> SocketSettings.defaults().withAddress(" ", 0))
        .hasMessageContaining("host must be");
    assertThatThrownBy(() -> SocketSettings.defaults().withLoops(0))
        .hasMessageContaining("loops must be");
    assertThatThrownBy(() -> Patience.defaults().withHead(Duration.ZERO))
        .hasMessage("patience.head must be 1 ms to 24 h, got PT0S");
    assertThatThrownBy(
            () -> Patience.defaults().withPing(Duration.ofSeconds(2), Duration.ofSeconds(2)))
        .hasMessageContaining("patience.dead must be more than patience.ping");
    assertThat(MessageLimits.share(400 << 20, 22 << 20)).isEqualTo(100 << 20);
    assertThat(MessageLimits.share(64 << 20, 22 << 20)).isEqualTo(22 << 20);
    assertThat(MessageLimits.share(1L << 40, 22 << 20)).isEqualTo(256 << 20);
    assertThat(MessageLimits.defaults().withBytesOfNode(0))
        .isEqualTo(MessageLimits.defaults())
        .satisfies(limits -> assertThat(limits.bytesOfNode()).isPositive());
    assertThatThrownBy(() -> MessageLimits.defaults().withBytesOfNode(1))
        .hasMessageContaining("messages.bytesOfNode");
    assertThatThrownBy(() -> HeadLimits.defaults().withUriBytes(1 << 20))
        .hasMessageContaining("head.uriBytes");
    assertThatThrownBy(() -> CrowdLimits.defaults().withPerAddress(0))
        .hasMessageContaining("crowd.perAddress");
    assertThatThrownBy(() -> ClientSettings.defaults().withKernelBytes(1))
        .hasMessageContaining("kernelBytes");
  }

  @Test
  void refusal_withALineBreakInAHeader_cannotBeMade() {
    assertThatThrownBy(
            () -> new UpgradeAnswer.Refuse(401, Map.of("X-Id", "a\r\nSet-Cookie: b"), "{}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> UpgradeAnswer.refuse(200, "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void control_overItsLength_cannotBeMade() {
    assertThatThrownBy(() -> new WsFrame.Ping(new byte[126])).hasMessageContaining("125");
  }

  @Test
  void texts_ofFramesAndRequests_showNothingThatWasSaid() throws BadHead {
    assertThat(WsFrame.text("a secret")).hasToString("Text[8 bytes]");
    assertThat(new WsFrame.Pong(new byte[3])).hasToString("Pong[3 bytes]");
    ClientHello hello =
        ClientHello.make(
            new SocketClient.Target("a", 1, false, "/"),
            Map.of("Authorization", "Bearer ek_1"),
            List.of());
    assertThat(hello.text()).contains("ek_1");
    assertThat(hello.toString()).doesNotContain("ek_1");
  }

  @Test
  void query_isDecoded() throws BadHead {
    Query query = Query.parse("/v1/realtime?model=a%20b+c&x=%C3%A9&x=2&flag&=odd");

    assertThat(query.path()).isEqualTo("/v1/realtime");
    assertThat(query.parameters())
        .containsEntry("model", List.of("a b c"))
        .containsEntry("x", List.of("\u00e9", "2"))
        .containsEntry("flag", List.of(""))
        .containsEntry("", List.of("odd"));
    assertThatThrownBy(() -> Query.parse("/a?x=%e9")).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> Query.parse("/a?x=%4")).hasMessageContaining("hexadecimal");
  }
}
