package dev.parley.sockets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Group 2: pings and pongs. */
class Rfc2PingTest extends RfcTest {

  private static WsFrame pong(String text) {
    return new WsFrame.Pong(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<RfcCase> cases() {
    List<RfcCase> cases = new ArrayList<>();
    byte[] odd = Wired.bytes(0x00, 0xFF, 0xFE, 0xFD, 0xFC, 0xFB, 0x00, 0xFF);
    byte[] long125 = Wired.filled(125);
    cases.add(RfcCase.fine("a ping without payload", Wired.ping(""), pong("")));
    cases.add(RfcCase.fine("a ping with text", Wired.ping("Hello, world!"), pong("Hello, world!")));
    cases.add(
        RfcCase.fine("a ping that is no UTF-8", Wired.frame(0x89, odd), new WsFrame.Pong(odd)));
    cases.add(RfcCase.fine("a ping of 125", Wired.frame(0x89, long125), new WsFrame.Pong(long125)));
    cases.add(
        RfcCase.fine(
            "a ping of 125, each byte by itself",
            chopped(Wired.frame(0x89, long125), 1),
            new WsFrame.Pong(long125)));
    cases.add(RfcCase.breach("a ping of 126", 1002, Wired.frame(0x89, Wired.filled(126))));
    cases.add(RfcCase.breach("a pong of 126", 1002, Wired.frame(0x8A, Wired.filled(126))));
    cases.add(RfcCase.fine("a pong that nobody asked for", Wired.frame(0x8A, new byte[0])));
    cases.add(RfcCase.fine("a pong with payload that nobody asked for", Wired.frame(0x8A, odd)));
    cases.add(
        RfcCase.fine(
            "a pong that nobody asked for, then a ping",
            Wired.join(Wired.frame(0x8A, odd), Wired.ping("x")),
            pong("x")));
    List<byte[]> ten = new ArrayList<>();
    WsFrame[] answers = new WsFrame[10];
    for (int i = 0; i < 10; i++) {
      ten.add(Wired.ping("payload " + i));
      answers[i] = pong("payload " + i);
    }
    cases.add(RfcCase.fine("ten pings at once", Wired.join(ten), answers));
    cases.add(RfcCase.fine("ten pings, each byte by itself", chopped(Wired.join(ten), 1), answers));
    cases.add(RfcCase.breach("a ping in parts", 1002, Wired.frame(0x09, Wired.filled(3))));
    cases.add(RfcCase.breach("a pong in parts", 1002, Wired.frame(0x0A, Wired.filled(3))));
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void pings(RfcCase one) {
    check(one);
  }
}
