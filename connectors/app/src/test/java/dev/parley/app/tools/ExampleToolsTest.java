package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleToolsTest {

  private final VirtualWorld<Void> world = Boxes.world();
  private final ToolBox box = ExampleTools.create().open(CallLine.in(world.system()));

  @AfterEach
  void closeWorld() {
    world.close();
  }

  private JsonNode call(String tool, String arguments) {
    return Boxes.now(box, tool, arguments.replace('\'', '"'));
  }

  private String error(String tool, String arguments) {
    return call(tool, arguments).path("error").asText();
  }

  @Test
  void tools_areTheseFive() {
    assertThat(box.specs())
        .extracting(ToolSpec::name)
        .containsExactly("start_timer", "cancel_timer", "route", "order_status", "pay");
  }

  @Test
  void instructions_sayWhatComesOfEachTool() {
    assertThat(box.specs())
        .allSatisfy(
            spec ->
                assertThat(ExampleTools.create().instructions())
                    .contains("say when " + spec.name() + ":")
                    .contains("say when " + spec.name() + " fails:"));
  }

  // ---- route

  @Test
  void route_isMeasuredOnTheMap() {
    JsonNode way = call("route", "{'from':'market','to':'lighthouse'}");
    assertThat(way.path("distance_km").asDouble()).isEqualTo(11.2); // 1.3 * hypot(7.2, 4.8)
    assertThat(way.path("minutes").asInt()).isEqualTo(21); // at 36 km/h, and 2 more
  }

  @Test
  void routeBack_isAsLong_andNamesAreTakenAsTheyAreSaid() {
    JsonNode there = call("route", "{'from':'The Castle','to':'airport'}");
    JsonNode back = call("route", "{'from':'airport','to':'castle'}");
    assertThat(there.path("distance_km")).isEqualTo(back.path("distance_km"));
    assertThat(there.path("from").asText()).isEqualTo("castle");
  }

  @Test
  void routeToAnUnknownPlace_isAnError() {
    assertThat(error("route", "{'from':'market','to':'Atlantis'}"))
        .startsWith("there is no place called Atlantis, only market, station");
    assertThat(error("route", "{'from':'Atlantis','to':'market'}"))
        .startsWith("there is no place called Atlantis");
    assertThat(error("route", "{'from':'market','to':'market'}"))
        .isEqualTo("both are the same place");
    assertThat(error("route", "{'from':'market'}")).startsWith("the arguments are not right");
  }

  // ---- order_status

  @Test
  void knownOrder_hasItsStatus() {
    JsonNode order = call("order_status", "{'code':'R-620A-9C2'}");
    assertThat(order.path("code").asText()).isEqualTo("R-620A-9C2");
    assertThat(order.path("status").asText()).isEqualTo("on its way");
    assertThat(order.path("note").asText()).isEqualTo("It arrives tomorrow.");
  }

  @Test
  void anyOrder_hasAStatus_whichIsTheSameEachTime() {
    JsonNode order = call("order_status", "{'code':'Q-314B-1F5'}");
    assertThat(order.path("status").asText()).isNotEmpty();
    assertThat(call("order_status", "{'code':'Q-314B-1F5'}")).isEqualTo(order);
  }

  @ParameterizedTest
  @CsvSource({"R-620A-9C", "r-620a-9c2", "R620A9C2", "''"})
  void codeOfAnotherForm_isAnError(String code) {
    assertThat(error("order_status", "{'code':'" + code + "'}"))
        .startsWith("the arguments are not right")
        .doesNotContain("620");
  }

  @Test
  void orderThatWasCalledOff_isAnError() {
    assertThat(error("order_status", "{'code':'X-000X-0X0'}")).isEqualTo("there is no such order");
  }

  // ---- pay

  @Test
  void payment_isEnteredWithItsReceipt() {
    JsonNode first = call("pay", "{'amount':20.50,'currency':'euros','to':'Bob'}");
    assertThat(first.path("receipt").asInt()).isEqualTo(1);
    assertThat(first.path("amount")).hasToString("20.5");

    JsonNode second = call("pay", "{'amount':100,'currency':'euros','to':'Alice'}");
    assertThat(second.path("receipt").asInt()).isEqualTo(2);
    assertThat(second.path("amount")).hasToString("100");
    assertThat(second.path("paid_in_this_call")).hasToString("120.5");
  }

  @Test
  void paymentOverTheLimit_isRefused_andNotEntered() {
    Payments payments = new Payments();
    ToolBox pay = payments.into(ToolBox.empty());
    String much = "{\"amount\":500,\"currency\":\"euros\",\"to\":\"Bob\"}";

    assertThat(Boxes.now(pay, "pay", much.replace("500", "500.01")).path("error").asText())
        .isEqualTo("more than 500 euros at once is not allowed");
    assertThat(payments.ledger()).isEmpty();

    Boxes.now(pay, "pay", much);
    Boxes.now(pay, "pay", much);
    assertThat(Boxes.now(pay, "pay", much.replace("500", "0.01")).path("error").asText())
        .isEqualTo("more than 1000 euros in one call is not allowed");
    assertThat(payments.ledger()).hasSize(2);
  }

  @Test
  void eachCall_hasALedgerOfItsOwn() {
    call("pay", "{'amount':5,'currency':'pounds','to':'Bob'}");
    ToolBox other = ExampleTools.create().open(CallLine.in(world.system()));
    assertThat(
            Boxes.now(other, "pay", "{\"amount\":5,\"currency\":\"pounds\",\"to\":\"Bob\"}")
                .path("receipt")
                .asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "0.001", "1e400", "'\"5\"'"})
  void amountThatIsNone_isAnError(String amount) {
    assertThat(error("pay", "{'amount':" + amount + ",'currency':'euros','to':'Bob'}"))
        .isNotEmpty();
  }
}
