package dev.parley.twilio;

import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadTuning;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.model.Backend;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.turn.TurnPolicy;
import java.util.function.Consumer;

/**
 * Who takes a call.
 *
 * @param name by which summaries call it
 * @param model who answers
 * @param brief what the model is told
 * @param tools what the session carries out for it, beside the telephone's own
 * @param policy how turns are taken
 * @param detectors hear speech begin and stop
 * @param vad at which operating point
 * @param turns when a turn has ended
 * @param greeting who speaks first
 * @param begun told when the call runs
 */
public record Agent(
    String name,
    Backend model,
    Brief brief,
    ToolBox tools,
    TurnPolicy policy,
    SpeechDetectors detectors,
    VadTuning vad,
    TurnTuning turns,
    Greeting greeting,
    Consumer<CallHandle> begun) {

  /** Takes turns as the engine does by default, without tools, and speaks first. */
  public static Agent of(Backend model, SpeechDetectors detectors) {
    return new Agent(
        model.name(),
        model,
        Brief.defaults(),
        ToolBox.empty(),
        TurnPolicy.defaults(),
        detectors,
        detectors.settings(),
        TurnSettings.of(Eagerness.MEDIUM),
        new Greeting.Reply(),
        call -> {});
  }

  public Agent withName(String other) {
    return new Agent(other, model, brief, tools, policy, detectors, vad, turns, greeting, begun);
  }

  public Agent withBrief(Brief other) {
    return new Agent(name, model, other, tools, policy, detectors, vad, turns, greeting, begun);
  }

  public Agent withTools(ToolBox box) {
    return new Agent(name, model, brief, box, policy, detectors, vad, turns, greeting, begun);
  }

  public Agent withPolicy(TurnPolicy other) {
    return new Agent(name, model, brief, tools, other, detectors, vad, turns, greeting, begun);
  }

  public Agent withHearing(VadTuning point, TurnTuning ends) {
    return new Agent(name, model, brief, tools, policy, detectors, point, ends, greeting, begun);
  }

  public Agent withGreeting(Greeting first) {
    return new Agent(name, model, brief, tools, policy, detectors, vad, turns, first, begun);
  }

  public Agent withBegun(Consumer<CallHandle> listener) {
    return new Agent(name, model, brief, tools, policy, detectors, vad, turns, greeting, listener);
  }
}
