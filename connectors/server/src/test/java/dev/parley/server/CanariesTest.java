package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.typesafe.config.ConfigFactory;
import dev.parley.engine.telemetry.NodeEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.AuthSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Plants canaries wherever a client can put something, and looks for them in every log line. */
class CanariesTest {

  private static final String KEY = "canary-key-0123456789";
  private static final String CANARY = "canary";

  /** A list that may grow while it is read. */
  private static final class Lines extends ListAppender<ILoggingEvent> {
    Lines() {
      list = new CopyOnWriteArrayList<>();
    }
  }

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Lines lines = new Lines();
  private final List<Appender<ILoggingEvent>> quiet = new ArrayList<>();
  private Level before = Level.WARN;
  private ActorSystem<Void> system;

  @BeforeEach
  void listen() {
    before = root.getLevel();
    root.iteratorForAppenders().forEachRemaining(quiet::add);
    quiet.forEach(root::detachAppender);
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    system =
        ActorSystem.create(
            Behaviors.empty(),
            "talkative",
            ConfigFactory.parseString("pekko.loglevel = DEBUG").withFallback(ConfigFactory.load()));
  }

  @AfterEach
  void stopListening() throws Exception {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
    root.setLevel(before);
    root.detachAppender(lines);
    quiet.forEach(root::addAppender);
  }

  private static Stream<String> texts(ILoggingEvent line) {
    Stream<String> failures =
        Stream.iterate(line.getThrowableProxy(), proxy -> proxy != null, IThrowableProxy::getCause)
            .map(proxy -> String.valueOf(proxy.getMessage()));
    return Stream.concat(
        Stream.of(line.getFormattedMessage(), line.getThreadName(), line.getMDCPropertyMap() + ""),
        failures);
  }

  @Test
  void nothingOfAClient_isInAnyLogLine() throws Exception {
    List<NodeEvent> told = new CopyOnWriteArrayList<>();
    ServerSettings settings =
        TestServer.settings()
            .withAuth(
                AuthSettings.defaults().withAccounts(List.of(Account.of("alice", List.of(KEY)))));
    ServerParts parts =
        TestServer.parts(TestServer.model("think=0ms,reply=300ms,hears=canary transcript"))
            .withTelemetry(Telemetry.none(), told::add);
    try (TestServer server = TestServer.start(system, settings, parts)) {
      TestClient.refused(server, "?model=m", "Authorization", "Bearer canary-of-a-thief-0123");
      TestClient.refused(server, "?model=m&api_key=" + KEY);
      try (TestClient client =
          TestClient.connect(server, "?model=m", "Authorization", "Bearer " + KEY)) {
        converse(client);
      }
      try (TestClient client =
          TestClient.connectWithin(
              server, "?model=m", "realtime", "openai-insecure-api-key." + KEY)) {
        client.await("session.created");
      }
    }
    assertThat(told).isNotEmpty();
    assertThat(told.toString()).doesNotContainIgnoringCase(CANARY);
    assertThat(lines.list).as("somebody logs").isNotEmpty();
    for (ILoggingEvent line : lines.list) {
      assertThat(texts(line)).noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(CANARY));
    }
  }

  private static void converse(TestClient client) throws Exception {
    client.send(
        "{'type':'session.update','session':{'type':'realtime','instructions':'canary"
            + " instructions','audio':{'input':{'transcription':{'model':'gpt-transcribe','prompt':'canary"
            + " prompt'}}},'tools':[{'type':'function','name':'canary_tool','description':'canary"
            + " tool',"
            + "'parameters':{'type':'object','properties':{'a':{'type':'string','enum':['canary"
            + " argument']}},'required':['a']}}]}}");
    client.await("session.updated");
    client.say(/* loud= */ false, 400).say(/* loud= */ true, 600).say(/* loud= */ false, 900);
    client.await("conversation.item.input_audio_transcription.completed");
    String callId = client.await("response.done").at("/response/output/0/call_id").asText();
    assertThat(client.seen().getLast().toString()).contains("canary argument");
    client.send(
        ("{'type':'conversation.item.create','event_id':'canary event','item':"
                + "{'type':'function_call_output','call_id':'%s','output':'canary output'}}")
            .formatted(callId));
    client.send(
        "{'type':'response.create','response':{'metadata':{'canary':'canary'},"
            + "'instructions':'canary again'}}");
    client.await("response.done");
    client.send(
        "{'type':'conversation.item.create','item':{'type':'message','role':'user',"
            + "'id':'canary-item','content':[{'type':'input_text','text':'canary text'}]}}");
    client.send("{'type':'canary type','event_id':'e1'}");
    client.awaitError("e1");
    client.send("{'type':'conversation.item.delete','item_id':'canary unknown','event_id':'e2'}");
    client.awaitError("e2");
    client.send(
        "{'type':'session.update','event_id':'e3','session':{'type':'realtime','canary':1}}");
    client.awaitError("e3");
    client.sendText("canary that is no JSON");
    client.await("error");
  }
}
