package dev.parley.sockets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Group 6: what is UTF-8 and what is not, whole and in pieces (RFC 3629). */
class Rfc6Utf8Test extends RfcTest {

  /** The Greek word that such tests like, and a face. */
  private static final String GOOD = "\u03ba\u1f79\u03c3\u03bc\u03b5 \ud83d\ude00";

  /** In hexadecimal; each is well-formed. */
  private static final List<String> GOOD_BYTES =
      List.of(
          "00",
          "7f",
          "c280",
          "dfbf",
          "e0a080",
          "efbfbf",
          "f0908080",
          "f48fbfbf",
          "ed9fbf",
          "ee8080",
          "efbfbd",
          "efbfbe",
          "f09fbfbe",
          "f09fbfbf",
          "f3bfbfbf",
          "cebae1bdb9cf83");

  /** Each is not. */
  private static final List<String> BAD_BYTES =
      List.of(
          // alone where they may not be
          "80",
          "bf",
          "8080",
          "8080bf80bf",
          // a first byte and nothing fitting behind it
          "c220",
          "df20",
          "e020",
          "e0a020",
          "f020",
          "f09020",
          "f0908020",
          "c2c280",
          "e0a0e0a080",
          // bytes that never are
          "fe",
          "ff",
          "fefeffff",
          "c080",
          "c1bf",
          "f5808080",
          "f8888080ff",
          "fc8480808080",
          // longer than they need to be
          "c0af",
          "e080af",
          "f08080af",
          "e09fbf",
          "f08fbfbf",
          "f880808080af",
          "fc80808080af",
          // over U+10FFFF
          "f4908080",
          "f7bfbfbf",
          "fbbfbfbfbf",
          // surrogates
          "eda080",
          "edadbf",
          "edae80",
          "edafbf",
          "edb080",
          "edbe80",
          "edbfbf",
          "eda080edb080",
          "edafbfedbfbf");

  /** Each ends within a character. */
  private static final List<String> HALF_BYTES =
      List.of("c2", "e0a0", "f09080", "f0", "e1", "cebae1bdb9cf83ce");

  static List<RfcCase> cases() {
    List<RfcCase> cases = new ArrayList<>();
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    cases.add(RfcCase.fine("a good text", Wired.frame(0x81, good), new WsFrame.Text(good)));
    for (int cut = 1; cut < good.length; cut++) {
      cases.add(
          RfcCase.fine(
              "a good text in two frames, cut at " + cut,
              Wired.join(
                  Wired.frame(0x01, Arrays.copyOf(good, cut)),
                  Wired.frame(0x80, Arrays.copyOfRange(good, cut, good.length))),
              new WsFrame.Text(good)));
    }
    cases.add(
        RfcCase.fine(
            "a good text, each byte by itself",
            chopped(Wired.frame(0x81, good), 1),
            new WsFrame.Text(good)));
    for (String hex : GOOD_BYTES) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      cases.add(RfcCase.fine("good " + hex, Wired.frame(0x81, bytes), new WsFrame.Text(bytes)));
    }
    for (String hex : BAD_BYTES) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      cases.add(RfcCase.breach("bad " + hex, 1007, Wired.frame(0x81, bytes)));
      cases.add(
          RfcCase.breach(
              "bad " + hex + " behind eight good bytes",
              1007,
              Wired.frame(0x81, Wired.join(Wired.filled(9), bytes, Wired.filled(9)))));
    }
    for (String hex : HALF_BYTES) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      cases.add(RfcCase.breach("half " + hex, 1007, Wired.frame(0x81, bytes)));
      cases.add(
          RfcCase.breach(
              "half " + hex + " and an empty end",
              1007,
              Wired.join(Wired.frame(0x01, bytes), Wired.frame(0x80, new byte[0]))));
    }
    byte[] bad = HexFormat.of().parseHex("cebae1bdb9eda080");
    cases.add(
        RfcCase.breach(
            "a bad first part of a message whose end never comes", 1007, Wired.frame(0x01, bad)));
    cases.add(
        RfcCase.breach(
            "a bad beginning of a frame whose end never comes",
            1007,
            Arrays.copyOf(Wired.frame(0x81, Wired.join(bad, Wired.filled(500))), 20)));
    cases.add(
        RfcCase.fine(
            "a binary message that is no UTF-8", Wired.frame(0x82, bad), new WsFrame.Binary(bad)));
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void utf8(RfcCase one) {
    check(one);
  }
}
