package dev.parley.schema.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A currency belongs to the amount, unless the tool asks for it. */
class CurrencyTest {

  private static final String AMOUNT = "\"amount\":{\"type\":\"number\",\"minimum\":0}";
  private static final String OTHERS =
      """
      "currency":{"enum":["dollars","euros","pounds"]},"to":{"enum":["alice","bob"]}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "pay fifty euros to bob|{\"amount\":50,\"currency\":\"euros\",\"to\":\"bob\"}",
        "pay alice 20 pounds|{\"amount\":20,\"currency\":\"pounds\",\"to\":\"alice\"}",
        "pay twenty fifty dollars to bob|"
            + "{\"amount\":20.5,\"currency\":\"dollars\",\"to\":\"bob\"}",
        "pay twelve to bob|{\"amount\":12,\"to\":\"bob\"}"
      })
  void ofItsOwn_isFilled(String said, String arguments) {
    assertThat(arguments(AMOUNT + "," + OTHERS, said)).isEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "pay fifty euros, 50",
    "pay fifty euros twenty, 50.2",
    "pay 20 pounds, 20",
    "pay a dollar, 1"
  })
  void ofNoArgument_belongsToTheAmount(String said, String amount) {
    assertThat(arguments(AMOUNT, said)).isEqualTo("{\"amount\":%s}".formatted(amount));
  }

  private static String arguments(String properties, String said) {
    String schema = "{\"type\":\"object\",\"properties\":{%s}}".formatted(properties);
    SpokenTools tools =
        SpokenTools.compile(
            List.of(new ToolShape("pay", "Pays somebody.", schema)),
            Clock.systemUTC(),
            word -> List.of());
    Reading reading = tools.read(List.of(Heard.typed(said)), new Focus.Anything());
    assertThat(reading).isInstanceOf(Reading.Request.class);
    return tools.arguments(((Reading.Request) reading).draft());
  }
}
