package dev.parley.schema.spoken.slot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of value, in the words of callers. The clock shows Wednesday 20 May 2026, ten. */
class ValuesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-20T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "twenty three, 23",
    "four hundred and fifty, 450",
    "a hundred, 100",
    "two thousand six, 2006",
    "one hundred twenty thousand three hundred and one, 120301",
    "four five six, 456",
    "zero, 0",
    "17, 17",
    "minus five, -5"
  })
  void integers(String said, String json) {
    assertThat(best("{'type':'integer','minimum':-1000}", said)).isEqualTo(json);
  }

  @Test
  void integers_outOfTheirRange_areNotOffered() {
    assertThat(slot("n", "{'type':'integer','minimum':1,'maximum':7}").read(List.of("eight"), 0))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "three point one four, 3.14",
    "two and a half, 2.5",
    "point five, 0.5",
    "twelve, 12",
    "2.75, 2.75"
  })
  void decimals(String said, String json) {
    assertThat(best("{'type':'number'}", said)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "four dollars fifty, 4.5",
    "four fifty, 4.5",
    "twenty dollars and ten cents, 20.1",
    "fifty cents, 0.5",
    "four dollars and five cents, 4.05",
    "nine ninety nine, 9.99",
    "four oh five, 4.05",
    "a hundred and twenty euros, 120",
    "three point five dollars, 3.5",
    "$4.50, 4.5"
  })
  void amounts(String said, String json) {
    assertThat(best("{'type':'number','description':'amount to pay'}", said)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "five minutes, PT5M",
    "an hour and a half, PT1H30M",
    "half an hour, PT30M",
    "a quarter of an hour, PT15M",
    "two and a half hours, PT2H30M",
    "an hour and ten minutes, PT1H10M",
    "two days, PT48H",
    "ninety seconds, PT1M30S"
  })
  void durations(String said, String iso) {
    assertThat(best("{'type':'string','format':'duration'}", said)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({"five minutes, 300", "twenty, 20", "a minute and ten seconds, 70"})
  void durations_inAUnit(String said, String json) {
    assertThat(best("{'type':'integer','description':'length in seconds'}", said)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "today, 2026-05-20",
    "tomorrow, 2026-05-21",
    "the day after tomorrow, 2026-05-22",
    "next friday, 2026-05-22",
    "on monday, 2026-05-25",
    "in three weeks, 2026-06-10",
    "the third of may, 2027-05-03",
    "may thirty first, 2026-05-31",
    "the twenty second, 2026-05-22",
    "october twenty fourth nineteen seventy, 1970-10-24",
    "the first of january two thousand and six, 2006-01-01",
    "march fifth twenty twenty seven, 2027-03-05",
    "eleven twenty seven fifty seven, 1957-11-27",
    "2026-07-01, 2026-07-01"
  })
  void dates(String said, String iso) {
    assertThat(best("{'type':'string','format':'date'}", said)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "half past nine, 21:30:00Z",
    "nine thirty pm, 21:30:00Z",
    "nine thirty am, 09:30:00Z",
    "quarter to eleven, 10:45:00Z",
    "ten past three in the afternoon, 15:10:00Z",
    "nine o'clock in the morning, 09:00:00Z",
    "noon, 12:00:00Z",
    "eighteen forty five, 18:45:00Z",
    "nineteen hundred hours, 19:00:00Z",
    "twelve thirty am, 00:30:00Z",
    "nine oh five p m, 21:05:00Z"
  })
  void times(String said, String iso) {
    assertThat(best("{'type':'string','format':'time'}", said)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow at nine thirty, 2026-05-21T09:30:00Z",
    "at half past nine, 2026-05-20T21:30:00Z",
    "in five minutes, 2026-05-20T10:05:00Z",
    "nine am on friday, 2026-05-22T09:00:00Z",
    "the third of june at noon, 2026-06-03T12:00:00Z"
  })
  void moments(String said, String iso) {
    assertThat(best("{'type':'string','format':'date-time'}", said)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "celsius, celsius",
    "celcius, celsius",
    "degrees fahrenheit, degreesFahrenheit",
    "degree fahrenheit, degreesFahrenheit",
    "not sure, not_sure"
  })
  void choices(String said, String value) {
    assertThat(best("{'enum':['celsius','degreesFahrenheit','not_sure']}", said)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"with gift wrap, true", "without gift wrap, false", "no gift wrap, false"})
  void switches(String said, String json) {
    assertThat(best("{'type':'boolean'}", said)).isEqualTo(json);
  }

  @Test
  void objectsAndLists_areNotFilledBySpeech() {
    assertThat(Slots.of("a", json("{'type':'object'}"), CLOCK)).isEmpty();
    assertThat(Slots.of("a", json("{'type':'array'}"), CLOCK)).isEmpty();
  }

  @Test
  void brokenOffValues_areOpen() {
    assertThat(slot("n", "{'type':'number'}").isOpen(List.of("three", "point"))).isTrue();
    assertThat(slot("n", "{'type':'integer'}").isOpen(List.of("twenty"))).isTrue();
    assertThat(slot("n", "{'type':'integer'}").isOpen(List.of("twenty", "one"))).isFalse();
    assertThat(slot("n", "{'type':'string','format':'duration'}").isOpen(List.of("five"))).isTrue();
  }

  private static String best(String schema, String said) {
    List<String> words = List.of(said.split(" ", -1));
    String json =
        slot("giftWrap", schema).read(words, 0).stream()
            .filter(found -> found.to() == words.size())
            .max(Comparator.comparingDouble(Found::fit))
            .orElseThrow()
            .json();
    return json.replace("\"", "");
  }

  private static Slot slot(String name, String schema) {
    return Slots.of(name, json(schema), CLOCK).orElseThrow();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
