package dev.parley.twilio.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

  private static final String MEDIA =
      """
      {"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2",\
      "timestamp":"5","payload":"no+JhoaJ"},"streamSid":"MZ1"}\
      """;

  @Provide
  Arbitrary<FromTwilio> fromTwilio() {
    return Messages.fromTwilio();
  }

  @Provide
  Arbitrary<ToTwilio> toTwilio() {
    return Messages.toTwilio();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Read<FromTwilio> read(String json) {
    return MessageReader.fromTwilio(utf8(json));
  }

  @Property
  void whatTwilioSays_isReadAsItWasWritten(@ForAll("fromTwilio") FromTwilio message) {
    assertThat(MessageReader.fromTwilio(MessageWriter.write(message)))
        .isEqualTo(new Read.Good<>(message));
  }

  @Property
  void whatTwilioIsTold_isReadAsItWasWritten(@ForAll("toTwilio") ToTwilio message) {
    assertThat(MessageReader.toTwilio(MessageWriter.write(message)))
        .isEqualTo(new Read.Good<>(message));
  }

  @Test
  void exampleOfTheDocumentation_isRead() {
    assertThat(
            read(
                """
                {"event":"start","sequenceNumber":"1","start":{"accountSid":"AC1","streamSid":"MZ1",
                 "callSid":"CA1","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw",
                 "sampleRate":8000,"channels":1},"customParameters":{"FirstName":"Jane",
                 "LastName":"Doe"}},"streamSid":"MZ1"}\
                """))
        .isEqualTo(
            new Read.Good<>(
                new FromTwilio.Start(
                    1, "MZ1", "CA1", "AC1", Map.of("FirstName", "Jane", "LastName", "Doe"))));
    assertThat(read(MEDIA))
        .isInstanceOfSatisfying(
            Read.Good.class,
            good -> assertThat(good.message()).hasToString("Media[4, chunk 2, 5 ms, 6 bytes]"));
  }

  @Test
  void unknownEvent_isNoMistake() {
    assertThat(read("{\"event\":\"applause\"}")).isEqualTo(new Read.Unknown<>("applause"));
    assertThat(read("{\"event\":\"a\\nb\"}")).isEqualTo(new Read.Unknown<>("one with an odd name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                              | a message must be a JSON object
          {"event":                       | a message must be JSON within the limits of this server
          {"event":"media"}{}             | a message must be one JSON object and nothing behind it
          {"event":"x","event":"y"}       | a message must be JSON within the limits of this server
          {}                              | the field "event" must be a text
          {"event":"mark","sequenceNumber":"1","streamSid":"MZ 1"} | the field "streamSid" must be 1 to 64 letters, digits, _ or -
          {"event":"stop","sequenceNumber":"-1","streamSid":"MZ1"} | the field "sequenceNumber" must be a number of 1 to 12 digits
          {"event":"dtmf","sequenceNumber":"1","streamSid":"M","dtmf":{"digit":"x"}} | the field "dtmf.digit" must be one of 0-9 * # A-D
          """)
  void badMessage_isToldInOneSentence(String json, String sentence) {
    assertThat(read(json)).isEqualTo(new Read.Bad<>(sentence));
  }

  @Test
  void badPayload_isToldWithoutRepeatingIt() {
    assertThat(read(MEDIA.replace("no+JhoaJ", "§§§")))
        .isEqualTo(new Read.Bad<>("the field \"media.payload\" must be base64"));
    assertThat(read(MEDIA.replace("no+JhoaJ", "")))
        .isEqualTo(new Read.Bad<>("the field \"media.payload\" must hold audio"));
  }

  @Test
  void hugeMessage_isRefused() {
    assertThat(read(" ".repeat(MessageReader.MAX_BYTES) + "{}")).isInstanceOf(Read.Bad.class);
    assertThat(read("{\"a\":".repeat(50) + "1" + "}".repeat(50))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void texts_hideWhatIsSecret() {
    assertThat(
            new FromTwilio.Start(1, "MZ1", "CA1", "AC1", Map.of("nonce", "very-secret")).toString()
                + new FromTwilio.Dtmf(1, "MZ1", '7')
                + new ToTwilio.Media("MZ1", new byte[] {1, 2}))
        .isEqualTo("Start[MZ1, CA1, 1 parameters]Dtmf[1]Media[2 bytes]");
  }

  @Test
  void fuzzedMessages_neverCrash_andAreToldInOneSentence() {
    fuzz(10_000, 42);
  }

  @Test
  @Tag("slow")
  void manyFuzzedMessages_neverCrash() {
    for (int seed = 0; seed < 50; seed++) {
      fuzz(20_000, seed);
    }
  }

  private static void fuzz(int count, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int good = 0;
    for (int i = 0; i < count; i++) {
      byte[] message = Mutant.of(random);
      for (Read<?> read :
          new Read<?>[] {MessageReader.fromTwilio(message), MessageReader.toTwilio(message)}) {
        if (read instanceof Read.Bad<?>(String why)) {
          assertThat(why).hasSizeBetween(10, 200).doesNotContain("\n");
        } else {
          good++;
        }
      }
    }
    assertThat(good).as("some mutants are still messages").isPositive();
  }
}
