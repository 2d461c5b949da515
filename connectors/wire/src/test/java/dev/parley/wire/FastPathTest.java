package dev.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wire.ServerEvent.OutputAudioDelta;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.error.Checked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** The short cuts give what the long way gives. */
class FastPathTest {

  @Property(tries = 3_000)
  void append_ofAnyLook_isReadTheSameBothWays(@ForAll("appends") String text) {
    byte[] frame = text.getBytes(StandardCharsets.UTF_8);

    assertThat(RealtimeReader.read(frame, 0, frame.length))
        .isEqualTo(RealtimeReader.readSlowly(frame, 0, frame.length));
  }

  @Property(tries = 3_000)
  void append_withChangedBytes_isReadTheSameBothWays(
      @ForAll("appends") String text, @ForAll Random random) {
    byte[] frame = text.getBytes(StandardCharsets.UTF_8);
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      frame[random.nextInt(frame.length)] =
          (byte) (random.nextInt(4) == 0 ? '"' : random.nextInt());
    }

    Checked<ClientEvent> fast = RealtimeReader.read(frame, 0, frame.length);

    assertThat(fast).isEqualTo(RealtimeReader.readSlowly(frame, 0, frame.length));
  }

  @Test
  void plainAppends_takeTheShortCut() {
    for (String frame :
        List.of(
            "{'type':'input_audio_buffer.append','audio':'AAAA'}",
            "{'audio':'AAA=','event_id':'e 1','type':'input_audio_buffer.append'}",
            " {\n'event_id' : '', 'type': 'input_audio_buffer.append',\t'audio' :'' }\r\n")) {
      byte[] bytes = Frames.json(frame).getBytes(StandardCharsets.UTF_8);
      assertThat(AppendScanner.scan(bytes, 0, bytes.length)).as(frame).isNotNull();
    }
  }

  @Property(tries = 2_000)
  void delta_isWrittenTheSameBothWays(
      @ForAll("ids") String eventId,
      @ForAll("ids") String responseId,
      @ForAll("ids") String itemId,
      @ForAll int outputIndex,
      @ForAll int contentIndex,
      @ForAll byte[] audio) {
    PartIds ids = new PartIds(responseId, itemId, outputIndex, contentIndex);
    OutputAudioDelta delta =
        new OutputAudioDelta(
            ids, AudioBytes.of(audio, audio.length / 3, audio.length - audio.length / 3));

    assertThat(RealtimeWriter.write(delta, eventId))
        .isEqualTo(RealtimeWriter.writeSlowly(delta, eventId));
  }

  @Test
  void plainDelta_takesTheShortCut() {
    PartIds ids = new PartIds("resp_1", "item_1", 0, 0);
    OutputAudioDelta delta = new OutputAudioDelta(ids, AudioBytes.of(new byte[960]));

    assertThat(AudioDeltaWriter.write(delta, "event_1"))
        .isNotNull()
        .isEqualTo(RealtimeWriter.writeSlowly(delta, "event_1"));
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("abcXYZ019_-").ofMaxLength(30),
        Arbitraries.strings().ofMaxLength(10),
        Arbitraries.of("\"", "\\", "\u007f", "\u00e9", "\ud83d\ude00", "\n", "a\ud800b"));
  }

  @Provide
  Arbitrary<String> appends() {
    Arbitrary<String> blanks = Arbitraries.of("", "", "", " ", "\n", "\t ", "\r\n");
    Arbitrary<List<String>> fields =
        Combinators.combine(
                Arbitraries.of(
                    "\"type\":\"input_audio_buffer.append\"",
                    "\"type\" : \"input_audio_buffer.append\"",
                    "\"type\":\"input_audio_buffer\\u002eappend\"",
                    "\"type\":\"input_audio_buffer.commit\""),
                audioField(),
                Arbitraries.of(
                    "",
                    "\"event_id\":\"e-1\"",
                    "\"event_id\":\"e\\n\"",
                    "\"event_id\":\"\u00fc\"",
                    "\"event_id\":null",
                    "\"event_id\":7",
                    "\"event_id\":\"" + "e".repeat(65) + "\"",
                    "\"audio\":\"AAAA\"",
                    "\"more\":{}"),
                Arbitraries.randoms())
            .as(
                (type, audio, more, random) -> {
                  List<String> all = new ArrayList<>(List.of(type, audio));
                  if (!more.isEmpty()) {
                    all.add(more);
                  }
                  Collections.shuffle(all, random);
                  return all;
                });
    return Combinators.combine(fields, blanks, blanks, Arbitraries.of("", "", "", "x", "\u0000"))
        .as(
            (all, before, between, after) ->
                before
                    + "{"
                    + before
                    + String.join(between + "," + before, all)
                    + between
                    + "}"
                    + after);
  }

  private static Arbitrary<String> audioField() {
    Arbitrary<String> base64 =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(100)
            .map(bytes -> Base64.getEncoder().encodeToString(bytes));
    Arbitrary<String> odd =
        Arbitraries.of(
            "A",
            "AA",
            "AAA",
            "AA=A",
            "====",
            "A===",
            "AAA=AAAA",
            "AA-_",
            "\\/\\/AA",
            "AAA ",
            "\u00fcAA");
    return Arbitraries.frequencyOf(Tuple.of(4, base64), Tuple.of(1, odd))
        .map(audio -> "\"audio\":\"" + audio + "\"");
  }
}
