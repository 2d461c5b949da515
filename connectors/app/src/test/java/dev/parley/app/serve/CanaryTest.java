package dev.parley.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What must not be seen is planted in a session and looked for in the log and the metrics. */
class CanaryTest {

  private static final String KEY = "canary-key-0123456789";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.parley");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Path folder;

  CanaryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
    ours.setLevel(null);
  }

  @Test
  void keysInstructionsWordsAndArguments_areNeverLogged_andASessionIsOneLine() throws Exception {
    String conf =
        "keys.shop.key = "
            + KEY
            + "\nlog.level = debug\n"
            + "models.default = \"scripted:think=0ms,reply=1s,tool=look_up\"\n";
    Logging.use(Servers.config(folder, conf));
    Serving serving = Servers.start(folder, conf);
    String metrics;
    try (Client client = Client.connect(serving, KEY)) {
      String id = client.await("session.created").at("/session/id").asText();
      client.send(
          "{'type':'session.update','session':{'type':'realtime','instructions':'canary-persona',"
              + "'tools':[{'type':'function','name':'look_up','description':'canary-tool',"
              + "'parameters':{'type':'object','required':['q'],'properties':{'q':{'type':'string',"
              + "'const':'canary-argument'}}}}]}}");
      client.await("session.updated");
      JsonNode call = client.ask("canary-words").at("/response/output/0");
      assertThat(call.path("type").asText()).isEqualTo("function_call");
      client.send(
          "{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'"
              + call.path("call_id").asText()
              + "','output':'canary-output'}}");
      client.send("{'type':'response.create'}");
      client.await("response.done");
      client.send("{'type':'canary-nonsense','event_id':'canary-event'}");
      client.await("error");
      metrics = Client.get(serving, "/metrics").body();
      serving.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);

      assertThat(log.list)
          .filteredOn(event -> event.getFormattedMessage().equals("session ended"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getLevel()).isEqualTo(Level.INFO);
                assertThat(text(event).replace("\"", ""))
                    .contains("call=" + id, "replies=2", "tool_calls=1", "end=server:1012");
              });
    }
    List<String> written = log.list.stream().map(CanaryTest::text).toList();
    assertThat(written).hasSizeGreaterThan(3).noneMatch(line -> line.contains("canary"));
    assertThat(metrics).contains("parley_").doesNotContain("canary");
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + " "
        + (event.getKeyValuePairs() == null ? "" : event.getKeyValuePairs())
        + (event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
