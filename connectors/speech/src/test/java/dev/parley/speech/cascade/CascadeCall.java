package dev.parley.speech.cascade;

import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Voice;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.speech.agent.AgentSettings;
import dev.parley.testkit.CallRun;
import dev.parley.testkit.Frames;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A whole call with the cascade in virtual time: a caller who hums, detectors as {@code
 * semantic_vad} has them, words that are made up, a tool that answers when the test says so.
 */
final class CascadeCall {

  static final Duration HANGS_UP = Duration.ofSeconds(20);

  private static final ToolSpec ORDER =
      new ToolSpec(
          "order_status",
          "Tells the status of an order",
          """
          {"type":"object","required":["code"],"additionalProperties":false,
           "properties":{"code":{"type":"string","pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$",
             "description":"order code"}}}
          """);

  final RecordingTelemetry told = new RecordingTelemetry();
  final List<String> toolCalls = new ArrayList<>();

  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final ScriptedCaller caller;
  private final CallRun run;

  /**
   * @param answers when the tool answers
   * @param heard what the recogniser makes of each pause
   */
  CascadeCall(CallerScript script, Duration answers, String... heard) {
    caller = new ScriptedCaller(script.hangsUpAt(HANGS_UP));
    Voice voice = new Hum();
    Cascade cascade =
        new Cascade(
            new FakeHearing(heard),
            /* capacity= */ 1,
            name -> voice,
            AgentSettings.defaults(),
            SpokenTools::compile);
    ToolBox tools =
        ToolBox.empty()
            .with(
                ORDER,
                arguments -> {
                  toolCalls.add(arguments);
                  return answer;
                });
    Brief brief =
        Brief.defaults()
            .withInstructions(
                """
                say before order_status: One moment please, I will look that up for you.
                say when order_status: Order {code} is {status}.
                """);
    Call call =
        Pipeline.call("cascade")
            .from(caller)
            .through(Vad.with(EnergyDetector.energy()))
            .through(TurnDetector.silence(Eagerness.MEDIUM))
            .to(cascade)
            .through(Playout.forDoor(caller))
            .back()
            .with(SessionSettings.defaults().withBrief(brief).withTools(tools).withTelemetry(told));
    run = CallRun.of(call).at(answers, handle -> answer.complete("{\"status\":\"on its way\"}"));
  }

  static CallerScript silent() {
    return CallerScript.at(Hum.RATE);
  }

  /** The caller hums from here to there, in milliseconds. */
  static CallerScript humming(CallerScript script, int from, int to) {
    return script.says(
        Duration.ofMillis(from),
        Frames.tone(440, Hum.RATE, (int) Position.samples(Duration.ofMillis(to - from), Hum.RATE)));
  }

  SessionReport run() {
    return run.run();
  }

  /** The caller's turns. */
  List<Signal.TurnEnded> turns() {
    return told.events(CallEvent.Caller.class).stream()
        .map(CallEvent.Caller::fact)
        .filter(Signal.TurnEnded.class::isInstance)
        .map(Signal.TurnEnded.class::cast)
        .toList();
  }

  /** What was said in a reply, as far as it was heard. */
  String said(Epoch epoch) {
    return told.events(CallEvent.Said.class).stream()
        .filter(said -> said.epoch().equals(epoch))
        .map(CallEvent.Said::text)
        .collect(Collectors.joining());
  }

  /** The main replies that were asked for. */
  List<Epoch> replies() {
    return told.events(CallEvent.ReplyAsked.class).stream()
        .map(CallEvent.ReplyAsked::epoch)
        .toList();
  }

  /** How many samples of a reply came out of the caller's loudspeaker. */
  long heard(Epoch epoch) {
    return caller.heardOf(epoch).count();
  }
}
