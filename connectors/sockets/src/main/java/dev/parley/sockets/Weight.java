package dev.parley.sockets;

/** What a frame takes in memory, near enough. */
final class Weight {

  /** Of a frame with nothing in it. */
  private static final int LEAST = 64;

  private Weight() {}

  static int of(WsFrame frame) {
    return LEAST
        + switch (frame) {
          case WsFrame.Text text -> text.utf8().length;
          case WsFrame.Binary binary -> binary.bytes().length;
          case WsFrame.Ping ping -> ping.payload().length;
          case WsFrame.Pong pong -> pong.payload().length;
          case WsFrame.Close close -> 0;
        };
  }
}
