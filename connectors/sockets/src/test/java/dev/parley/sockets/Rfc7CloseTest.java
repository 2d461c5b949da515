package dev.parley.sockets;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Group 7: closing. */
class Rfc7CloseTest extends RfcTest {

  static List<RfcCase> cases() {
    List<RfcCase> cases = new ArrayList<>();
    cases.add(answered("close 1000", Wired.close(1000, ""), 1000));
    cases.add(
        answered(
            "a message, then close",
            Wired.join(Wired.text("a"), Wired.close(1000, "")),
            1000,
            WsFrame.text("a")));
    cases.add(
        answered("close twice", Wired.join(Wired.close(1000, ""), Wired.close(1000, "")), 1000));
    cases.add(
        answered("close, then a ping", Wired.join(Wired.close(1000, ""), Wired.ping("x")), 1000));
    cases.add(
        answered("close, then a text", Wired.join(Wired.close(1000, ""), Wired.text("x")), 1000));
    cases.add(
        answered(
            "close within a message",
            Wired.join(
                Wired.frame(0x01, Wired.filled(3)),
                Wired.close(1000, ""),
                Wired.frame(0x80, Wired.filled(3))),
            1000));
    cases.add(
        answered(
            "close behind a message of 256 kB",
            Wired.join(Wired.frame(0x81, Wired.filled(262_144)), Wired.close(1000, "")),
            1000,
            new WsFrame.Text(Wired.filled(262_144))));
    cases.add(answered("close without a code", Wired.frame(0x88, new byte[0]), CloseCode.NONE));
    cases.add(RfcCase.breach("close with half a code", 1002, Wired.frame(0x88, new byte[] {3})));
    cases.add(answered("close with a reason", Wired.close(1000, "Hello World"), 1000));
    cases.add(answered("close with a reason of 123", Wired.close(1000, "r".repeat(123)), 1000));
    cases.add(
        RfcCase.breach("close with a reason of 124", 1002, Wired.close(1000, "r".repeat(124))));
    cases.add(
        RfcCase.breach(
            "close with a reason that is no UTF-8",
            1007,
            Wired.frame(0x88, HexFormat.of().parseHex("03e8cebae1bdb9eda080656469746564"))));
    cases.add(
        RfcCase.breach(
            "close with a reason that ends within a character",
            1007,
            Wired.frame(0x88, HexFormat.of().parseHex("03e8ce"))));
    cases.add(RfcCase.breach("close in parts", 1002, Wired.frame(0x08, Wired.closing(1000, ""))));
    cases.add(
        RfcCase.breach("close without mask", 1002, Wired.unmasked(0x88, Wired.closing(1000, ""))));
    for (int code :
        new int[] {
          1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
          4999
        }) {
      cases.add(answered("close " + code + " with a reason", Wired.close(code, "good"), code));
    }
    for (int code :
        new int[] {
          0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 32_768, 65_535
        }) {
      cases.add(RfcCase.breach("close " + code, 1002, Wired.close(code, "bad")));
    }
    cases.add(answered("close, each byte by itself", chopped(Wired.close(1001, "slow"), 1), 1001));
    return cases;
  }

  private static RfcCase answered(String name, byte[] sent, int code, WsFrame... before) {
    return answered(name, List.of(sent), code, before);
  }

  /** A close frame is answered with its own code. */
  private static RfcCase answered(String name, List<byte[]> sent, int code, WsFrame... before) {
    return RfcCase.breach(name, code, sent, before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void close(RfcCase one) {
    check(one);
  }
}
