package dev.parley.sockets;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Group 1: text and binary messages of every kind of length; group 9: large ones, in any pieces.
 */
class Rfc1FramingTest extends RfcTest {

  static List<RfcCase> cases() {
    List<RfcCase> cases = new ArrayList<>();
    for (int length : new int[] {0, 1, 125, 126, 127, 128, 65_535, 65_536}) {
      byte[] payload = Wired.filled(length);
      cases.add(
          RfcCase.fine("text of " + length, Wired.frame(0x81, payload), new WsFrame.Text(payload)));
      cases.add(
          RfcCase.fine(
              "binary of " + length, Wired.frame(0x82, payload), new WsFrame.Binary(payload)));
    }
    for (int size : new int[] {997, 16_384}) {
      byte[] payload = Wired.filled(65_536);
      cases.add(
          RfcCase.fine(
              "text of 65536 in pieces of " + size,
              chopped(Wired.frame(0x81, payload), size),
              new WsFrame.Text(payload)));
      cases.add(
          RfcCase.fine(
              "binary of 65536 in pieces of " + size,
              chopped(Wired.frame(0x82, payload), size),
              new WsFrame.Binary(payload)));
    }
    byte[] small = Wired.filled(300);
    cases.add(
        RfcCase.fine(
            "text of 300, each byte by itself",
            chopped(Wired.frame(0x81, small), 1),
            new WsFrame.Text(small)));
    for (int length : new int[] {262_144, 1_048_576, 4_194_304}) {
      byte[] payload = Wired.filled(length);
      cases.add(
          RfcCase.fine("text of " + length, Wired.frame(0x81, payload), new WsFrame.Text(payload)));
      cases.add(
          RfcCase.fine(
              "binary of " + length, Wired.frame(0x82, payload), new WsFrame.Binary(payload)));
      for (int part : new int[] {4_096, 65_536}) {
        cases.add(
            RfcCase.fine(
                "text of " + length + " in frames of " + part,
                inFrames(0x01, payload, part),
                new WsFrame.Text(payload)));
      }
    }
    cases.add(
        RfcCase.breach(
            "126 bytes in the form for 64 bits",
            1002,
            Wired.join(
                Wired.bytes(0x82, 0xFF, 0, 0, 0, 0, 0, 0, 0, 126), new byte[4], new byte[126])));
    cases.add(
        RfcCase.breach(
            "5 bytes in the form for 16 bits",
            1002,
            Wired.join(Wired.bytes(0x82, 0xFE, 0, 5), new byte[4], new byte[5])));
    cases.add(
        RfcCase.breach(
            "a length of 64 bits",
            1002,
            Wired.join(Wired.bytes(0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0), new byte[4])));
    cases.add(RfcCase.breach("a frame without mask", 1002, Wired.unmasked(0x81, Wired.filled(5))));
    cases.add(
        RfcCase.breach("an empty frame without mask", 1002, Wired.unmasked(0x81, new byte[0])));
    cases.add(
        RfcCase.breach(
            "a good frame, then one without mask",
            1002,
            Wired.join(Wired.text("a"), Wired.unmasked(0x81, Wired.filled(5))),
            WsFrame.text("a")));
    return cases;
  }

  private static byte[] inFrames(int first, byte[] payload, int part) {
    List<byte[]> parts = chopped(payload, part);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int last = i == parts.size() - 1 ? 0x80 : 0;
      frames.add(Wired.frame((i == 0 ? first : 0) | last, parts.get(i)));
    }
    return Wired.join(frames);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void framing(RfcCase one) {
    check(one);
  }
}
