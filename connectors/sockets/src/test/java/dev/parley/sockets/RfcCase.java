package dev.parley.sockets;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of RFC 6455: what a client sends behind the handshake, and every frame that it gets, up
 * to and with the close frame that ends the connection.
 *
 * @param name says what is tried
 * @param pieces each written and sent by itself
 */
record RfcCase(String name, List<byte[]> pieces, List<WsFrame> expected) {

  /** What a case ends with that is no breach: the client closes, and the server agrees. */
  private static final byte[] BYE = Wired.close(1000, "");

  /** All that is sent is legal, so the connection lives until the client closes it. */
  static RfcCase fine(String name, byte[] sent, WsFrame... answers) {
    return fine(name, List.of(sent), answers);
  }

  static RfcCase fine(String name, List<byte[]> pieces, WsFrame... answers) {
    List<byte[]> all = new ArrayList<>(pieces);
    all.add(BYE);
    List<WsFrame> expected = new ArrayList<>(List.of(answers));
    expected.add(new WsFrame.Close(1000));
    return new RfcCase(name, all, expected);
  }

  /** The server ends the connection, after these answers, with this code. */
  static RfcCase breach(String name, int code, byte[] sent, WsFrame... answers) {
    return breach(name, code, List.of(sent), answers);
  }

  static RfcCase breach(String name, int code, List<byte[]> pieces, WsFrame... answers) {
    List<WsFrame> expected = new ArrayList<>(List.of(answers));
    expected.add(new WsFrame.Close(code));
    return new RfcCase(name, pieces, expected);
  }

  @Override
  public String toString() {
    return name;
  }
}
