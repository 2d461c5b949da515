package dev.parley.twilio.messages;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** All messages that there may be. */
final class Messages {

  private static final Arbitrary<String> SIDS =
      Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(64);
  private static final Arbitrary<String> TEXTS = Arbitraries.strings().ofMaxLength(100);
  private static final Arbitrary<Long> NUMBERS = Arbitraries.longs().between(0, 999_999_999_999L);
  private static final Arbitrary<byte[]> AUDIO =
      Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(800);

  private Messages() {}

  static Arbitrary<FromTwilio> fromTwilio() {
    Arbitrary<Map<String, String>> parameters =
        Arbitraries.maps(Messages.wellFormed(), Messages.wellFormed()).ofMaxSize(8);
    Arbitrary<Character> keys =
        Arbitraries.of("0123456789*#ABCD".chars().mapToObj(c -> (char) c).toList());
    return Arbitraries.oneOf(
        Combinators.combine(wellFormed(), wellFormed()).as(FromTwilio.Connected::new),
        Combinators.combine(NUMBERS, SIDS, SIDS, SIDS, parameters).as(FromTwilio.Start::new),
        Combinators.combine(
                NUMBERS, SIDS, Arbitraries.of(FromTwilio.Track.class), NUMBERS, NUMBERS, AUDIO)
            .as(FromTwilio.Media::new),
        Combinators.combine(NUMBERS, SIDS, wellFormed()).as(FromTwilio.Mark::new),
        Combinators.combine(NUMBERS, SIDS, keys).as(FromTwilio.Dtmf::new),
        Combinators.combine(NUMBERS, SIDS, SIDS).as(FromTwilio.Stop::new));
  }

  static Arbitrary<ToTwilio> toTwilio() {
    return Arbitraries.oneOf(
        Combinators.combine(SIDS, AUDIO).as(ToTwilio.Media::new),
        Combinators.combine(SIDS, wellFormed()).as(ToTwilio.Mark::new),
        SIDS.map(ToTwilio.Clear::new));
  }

  /** Any letters that UTF-8 can hold. */
  private static Arbitrary<String> wellFormed() {
    return TEXTS.map(
        text ->
            text.codePoints()
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
  }
}
