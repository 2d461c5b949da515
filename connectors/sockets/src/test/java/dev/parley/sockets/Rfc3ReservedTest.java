package dev.parley.sockets;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups 3 and 4: reserved bits and opcodes that nobody has defined. */
class Rfc3ReservedTest extends RfcTest {

  static List<RfcCase> cases() {
    List<RfcCase> cases = new ArrayList<>();
    for (int bits = 1; bits <= 7; bits++) {
      for (int opcode : new int[] {1, 2, 8, 9, 10}) {
        cases.add(
            RfcCase.breach(
                "reserved bits " + bits + " with opcode " + opcode,
                1002,
                Wired.frame(0x80 | bits << 4 | opcode, new byte[0])));
      }
    }
    cases.add(
        RfcCase.breach(
            "a reserved bit behind a good message",
            1002,
            Wired.join(Wired.text("a"), Wired.frame(0xB1, Wired.filled(3)), Wired.ping("")),
            WsFrame.text("a")));
    cases.add(
        RfcCase.breach(
            "a reserved bit, each byte by itself",
            1002,
            chopped(Wired.join(Wired.text("a"), Wired.frame(0xC1, Wired.filled(3))), 1),
            WsFrame.text("a")));
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      cases.add(
          RfcCase.breach(
              "opcode " + opcode + ", empty", 1002, Wired.frame(0x80 | opcode, new byte[0])));
      cases.add(
          RfcCase.breach(
              "opcode " + opcode + " behind a good message",
              1002,
              Wired.join(Wired.text("a"), Wired.frame(0x80 | opcode, Wired.filled(7))),
              WsFrame.text("a")));
      cases.add(
          RfcCase.breach(
              "opcode " + opcode + " within a message",
              1002,
              Wired.join(
                  Wired.frame(0x01, Wired.filled(2)), Wired.frame(0x80 | opcode, new byte[0]))));
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void reserved(RfcCase one) {
    check(one);
  }
}
