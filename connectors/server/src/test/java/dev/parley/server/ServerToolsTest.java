package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.engine.turn.SayWhen;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tools that the server carries out itself, and clients that have some of their own. */
@ExtendWith(SharedSystem.class)
class ServerToolsTest {

  private final AtomicInteger carriedOut = new AtomicInteger();
  private final BlockingQueue<CallHandle> calls = new LinkedBlockingQueue<>();
  private TestServer server;
  private TestClient client;

  @BeforeEach
  void start(ActorSystem<?> system) throws Exception {
    ToolBox box =
        ToolBox.empty()
            .with(
                new ToolSpec("weather", "Tell the weather.", "{\"type\":\"object\"}"),
                arguments -> {
                  carriedOut.incrementAndGet();
                  return CompletableFuture.completedStage("sunny");
                });
    ServerTools tools = model -> new ServerTools.Granted(box, "You know the weather.", calls::add);
    server =
        TestServer.start(
            system,
            TestServer.settings(),
            TestServer.parts(TestServer.model("think=10ms,reply=1s")).withTools(tools));
    client = TestClient.connect(server, "?model=any");
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void ownTool_isCarriedOutOnce_andToldInTheNextResponse_withoutTheClient() throws Exception {
    assertThat(client.textTurn().path("output")).isEmpty();

    JsonNode told = client.await("response.done").path("response");
    assertThat(told.at("/output/0/type").asText()).isEqualTo("message");
    assertThat(carriedOut).hasValue(1);
    assertThat(client.seen().toString()).doesNotContain("function_call", "sunny");
  }

  @Test
  void clientsToolOfTheSameName_goesBeforeOurs() throws Exception {
    client.send(
        "{'type':'session.update','session':{'type':'realtime','tools':[{'type':'function',"
            + "'name':'weather','parameters':{'type':'object'}}]}}");
    client.await("session.updated");

    JsonNode response = client.textTurn();
    assertThat(response.at("/output/0/type").asText()).isEqualTo("function_call");
    assertThat(response.at("/output/0/name").asText()).isEqualTo("weather");
    assertThat(carriedOut).hasValue(0);
  }

  @Test
  void instructions_areThereUntilTheClientHasSome_andToolsAreNotShown() throws Exception {
    JsonNode session = client.await("session.created").path("session");
    assertThat(session.path("instructions").asText()).isEqualTo("You know the weather.");
    assertThat(session.path("tools")).isEmpty();

    client.send(
        "{'type':'session.update','session':{'type':'realtime','instructions':'Be brief.'}}");
    assertThat(client.await("session.updated").at("/session/instructions").asText())
        .isEqualTo("Be brief.");
  }

  @Test
  void tools_reachTheirCall() throws Exception {
    CallHandle call = calls.poll(30, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    call.say("The tea is ready.", SayWhen.NEXT_PAUSE);
    assertThat(client.await("response.done").at("/response/output/0").toString())
        .contains("The tea is ready.");
  }
}
