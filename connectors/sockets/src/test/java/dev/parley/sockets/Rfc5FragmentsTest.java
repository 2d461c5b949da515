package dev.parley.sockets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Group 5: messages in several frames, with and without others between them. */
class Rfc5FragmentsTest extends RfcTest {

  private static byte[] part(int first, String text) {
    return Wired.frame(first, text.getBytes(StandardCharsets.UTF_8));
  }

  private static WsFrame pong(String text) {
    return new WsFrame.Pong(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<RfcCase> cases() {
    List<RfcCase> cases = new ArrayList<>();
    byte[] two = Wired.join(part(0x01, "one"), part(0x80, "two"));
    cases.add(RfcCase.fine("two parts", two, WsFrame.text("onetwo")));
    cases.add(
        RfcCase.fine("two parts, each byte by itself", chopped(two, 1), WsFrame.text("onetwo")));
    cases.add(
        RfcCase.fine(
            "two binary parts",
            Wired.join(part(0x02, "one"), part(0x80, "two")),
            new WsFrame.Binary("onetwo".getBytes(StandardCharsets.UTF_8))));
    byte[] pinged = Wired.join(part(0x01, "one"), Wired.ping("p"), part(0x80, "two"));
    cases.add(RfcCase.fine("a ping between two parts", pinged, pong("p"), WsFrame.text("onetwo")));
    cases.add(
        RfcCase.fine(
            "a ping between two parts, each byte by itself",
            chopped(pinged, 1),
            pong("p"),
            WsFrame.text("onetwo")));
    cases.add(
        RfcCase.fine(
            "a pong between two parts",
            Wired.join(part(0x01, "one"), part(0x8A, "p"), part(0x80, "two")),
            WsFrame.text("onetwo")));
    cases.add(
        RfcCase.fine(
            "five parts with pings between them",
            Wired.join(
                part(0x01, "1"),
                part(0x00, "2"),
                Wired.ping("a"),
                part(0x00, "3"),
                part(0x00, "4"),
                Wired.ping("b"),
                part(0x80, "5")),
            pong("a"),
            pong("b"),
            WsFrame.text("12345")));
    cases.add(
        RfcCase.fine(
            "three empty parts",
            Wired.join(part(0x01, ""), part(0x00, ""), part(0x80, "")),
            WsFrame.text("")));
    cases.add(
        RfcCase.fine(
            "an empty part, a full one, an empty one",
            Wired.join(part(0x01, ""), part(0x00, "middle"), part(0x80, "")),
            WsFrame.text("middle")));
    cases.add(
        RfcCase.fine(
            "two messages in parts, one behind the other",
            Wired.join(two, two),
            WsFrame.text("onetwo"),
            WsFrame.text("onetwo")));
    for (int first : new int[] {0x80, 0x00}) {
      String kind = first == 0x80 ? "last" : "further";
      cases.add(
          RfcCase.breach("a " + kind + " part without a first", 1002, part(first, "nothing")));
      cases.add(
          RfcCase.breach(
              "a " + kind + " part behind a whole message",
              1002,
              Wired.join(Wired.text("a"), part(first, "nothing")),
              WsFrame.text("a")));
      cases.add(
          RfcCase.breach(
              "a " + kind + " part without a first, each byte by itself",
              1002,
              chopped(part(first, "nothing"), 1)));
    }
    for (int first : new int[] {0x81, 0x01, 0x82, 0x02}) {
      cases.add(
          RfcCase.breach(
              "a message 0x" + Integer.toHexString(first) + " within another",
              1002,
              Wired.join(part(0x01, "one"), part(first, "two"))));
    }
    cases.add(
        RfcCase.breach(
            "a part behind the last one",
            1002,
            Wired.join(two, part(0x80, "three")),
            WsFrame.text("onetwo")));
    byte[] many = Wired.filled(1_000);
    List<byte[]> bytes = new ArrayList<>();
    for (int i = 0; i < many.length; i++) {
      int first = (i == 0 ? 0x01 : 0x00) | (i == many.length - 1 ? 0x80 : 0);
      bytes.add(Wired.frame(first, new byte[] {many[i]}));
    }
    cases.add(
        RfcCase.fine("a thousand parts of a byte", Wired.join(bytes), new WsFrame.Text(many)));
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void fragments(RfcCase one) {
    check(one);
  }
}
