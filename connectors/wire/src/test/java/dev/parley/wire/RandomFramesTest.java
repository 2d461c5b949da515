package dev.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Nothing that a client can send makes the codec throw. */
class RandomFramesTest {

  private static final List<byte[]> GOOD =
      ClientEventsTest.everyEvent().map(ClientEventWriter::write).toList();
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "null",
          "true",
          "-",
          "1e9999",
          "9999999999999999999",
          "0.1",
          "\"type\":",
          "\"session\":",
          "\"item\":",
          "\"audio\":",
          "\"content\":",
          "\"metadata\":",
          "\"parameters\":{",
          "\u00fc",
          "\ud83d\ude00",
          " ",
          "\u0000");

  @Property(tries = 10_000)
  void frame_ofRandomBytes_isGoodOrBad(@ForAll byte[] frame) {
    check(frame);
  }

  @Property(tries = 10_000)
  void frame_thatWasGood_isGoodOrBadAfterMutations(@ForAll Random random) {
    byte[] frame = GOOD.get(random.nextInt(GOOD.size()));
    for (int mutations = random.nextInt(4); mutations >= 0; mutations--) {
      frame = mutate(frame, random);
    }
    check(frame);
  }

  private static byte[] mutate(byte[] frame, Random random) {
    int at = random.nextInt(frame.length + 1);
    byte[] other =
        switch (random.nextInt(4)) {
          case 0 -> new byte[] {(byte) random.nextInt(256)};
          case 1 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
          case 2 -> GOOD.get(random.nextInt(GOOD.size()));
          default -> new byte[0];
        };
    int skip = Math.min(frame.length - at, random.nextInt(8));
    byte[] mutant = new byte[frame.length - skip + other.length];
    System.arraycopy(frame, 0, mutant, 0, at);
    System.arraycopy(other, 0, mutant, at, other.length);
    System.arraycopy(frame, at + skip, mutant, at + other.length, frame.length - at - skip);
    return mutant;
  }

  /** A good event can be written again, and an error can be told. */
  private static void check(byte[] frame) {
    switch (RealtimeReader.read(frame, 0, frame.length)) {
      case Checked.Good<ClientEvent>(ClientEvent event) -> {
        byte[] again = ClientEventWriter.write(event);
        assertThat(RealtimeReader.read(again, 0, again.length)).isInstanceOf(Checked.Good.class);
      }
      case Checked.Bad<ClientEvent>(WireError error) ->
          assertThat(
                  Frames.tree(RealtimeWriter.write(new ServerEvent.Failed(error), "event_1"))
                      .at("/error/message")
                      .textValue())
              .isNotBlank();
    }
  }
}
