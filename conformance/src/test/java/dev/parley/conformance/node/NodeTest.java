package dev.parley.conformance.node;

import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Piece;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clients for JavaScript: {@code openai}, which speaks to TLS only, and {@code
 * @openai/agents-realtime}.
 */
class NodeTest {

  private static final Recital TALK = Recital.say("One two three four five.");
  private static final Recital STALL =
      Recital.of(new Piece.Stall("Once upon a time", Duration.ofSeconds(2)));
  private static final Recital CALL =
      Recital.of(new Piece.Call("call_1", "order_status", "{\"code\": \"A1\"}"));
  private static final Setup TALKING = Setup.hearing("What time is it?", TALK);
  private static final Setup STALLING = Setup.reciting(STALL, TALK);
  private static final Setup CALLING = Setup.reciting(CALL, TALK);
  private static final Setup LOCKED = Setup.reciting(TALK).withKey("sk-conformance-0123456789");

  @BeforeAll
  static void install() throws Exception {
    NodeRunner.prepare();
  }

  @Nested
  class OverTls {

    private static final Setup TALKING_TLS = TALKING.withTls();
    private static final Setup STALLING_TLS = STALLING.withTls();
    private static final Setup CALLING_TLS = CALLING.withTls();
    private static final Setup LOCKED_TLS = LOCKED.withTls();

    @RegisterExtension final Line talking = Line.to(TALKING_TLS);
    @RegisterExtension final Line stalling = Line.to(STALLING_TLS);
    @RegisterExtension final Line calling = Line.to(CALLING_TLS);
    @RegisterExtension final Line locked = Line.to(LOCKED_TLS);

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ws-text-turn",
          "native-text-turn",
          "ws-audio-turn",
          "ws-errors",
          "ws-transcription"
        })
    void talking(String scenario) throws Exception {
      NodeRunner.run(scenario, talking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws-barge-in"})
    void stalling(String scenario) throws Exception {
      NodeRunner.run(scenario, stalling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws-function-call"})
    void calling(String scenario) throws Exception {
      NodeRunner.run(scenario, calling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native-text-turn", "ws-client-secret", "ws-wrong-key"})
    void locked(String scenario) throws Exception {
      NodeRunner.run(scenario, locked);
    }
  }

  @Nested
  class InPlainText {

    @RegisterExtension final Line talking = Line.to(TALKING);
    @RegisterExtension final Line stalling = Line.to(STALLING);
    @RegisterExtension final Line calling = Line.to(CALLING);

    @ParameterizedTest
    @ValueSource(
        strings = {"agents-text-turn", "agents-audio-turn", "agents-history", "agents-busy"})
    void talking(String scenario) throws Exception {
      NodeRunner.run(scenario, talking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents-interruption"})
    void stalling(String scenario) throws Exception {
      NodeRunner.run(scenario, stalling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents-tool"})
    void calling(String scenario) throws Exception {
      NodeRunner.run(scenario, calling);
    }
  }
}
