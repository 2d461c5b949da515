package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.script.Act;
import dev.parley.engine.script.Asked;
import dev.parley.engine.script.Desk;
import dev.parley.engine.script.Line;
import dev.parley.engine.script.Script;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.Agent;
import dev.parley.speech.agent.AgentBrief;
import dev.parley.speech.agent.AgentSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session of the cascade: what is heard is understood, what is understood is given to the
 * agent, and what the agent says becomes a reply. Its steps happen in the order in which they were
 * asked for; only the understanding begins earlier, as soon as the caller pauses.
 */
final class CascadeScript implements Script {

  private final String name;
  private final Desk desk;
  private final Hearing hearing;
  private final Minds minds;
  private final AgentSettings settings;
  private final Ear ear;
  private final Agenda agenda = new Agenda();
  private Brief brief = Brief.defaults();
  private @Nullable Understanding tools;
  private @Nullable Agent agent;
  private @Nullable Guess guess;
  private @Nullable Epoch last; // the reply that the agent answered last

  /**
   * @param name the model's, for failures
   * @param rate of the caller's audio
   */
  CascadeScript(
      String name, Desk desk, Hearing hearing, Minds minds, AgentSettings settings, int rate) {
    this.name = name;
    this.desk = desk;
    this.hearing = hearing;
    this.minds = minds;
    this.settings = settings;
    ear = new Ear(rate, hearing.rate());
  }

  @Override
  public void configure(Brief other) {
    brief = other;
    guess = null;
    agenda.add(
        done ->
            desk.elsewhere(
                () -> minds.of(other.tools()),
                compiled -> {
                  tools = compiled;
                  AgentBrief told = Minds.brief(other, compiled);
                  if (agent == null) {
                    agent = new Agent(settings, told);
                  } else {
                    agent.configure(told);
                  }
                  done.run();
                },
                fault -> {
                  desk.tell(new Signal.Failure(name, Minds.complaint(fault)));
                  done.run(); // with the tools that it had
                }));
  }

  // ---- what the caller says

  @Override
  public void hear(Inbound frame) {
    ear.hear(frame);
    switch (frame) {
      case Signal.SpeechStarted speech -> guess = null;
      case Signal.SpeechStopped speech -> beginToGuess(speech.detected());
      default -> {}
    }
  }

  @Override
  public void clear(Position until) {
    ear.forget(until);
    guess = null;
  }

  @Override
  public void commit(Position until) {
    Samples turn = ear.commit(until);
    Guess early = guess;
    guess = null;
    Effort effort = brief.effort();
    agenda.add(
        done -> {
          Guess best = early;
          if (best == null || !best.serves(agent().focus(), effort)) {
            best = guess(turn, effort);
          }
          best.then(
              alternatives -> {
                hear(alternatives);
                desk.turn(alternatives.isEmpty() ? "" : alternatives.getFirst().text(), until);
                done.run();
              });
        });
  }

  private void beginToGuess(Position now) {
    if (!ear.hasSpeech() || agent == null) {
      return;
    }
    Guess made = guess(ear.sofar(), brief.effort());
    guess = made;
    made.then(
        alternatives -> {
          boolean breaksOff =
              !alternatives.isEmpty()
                  && tools().isUnfinished(alternatives.getFirst(), agent().focus());
          if (guess == made && breaksOff) {
            desk.tell(new Signal.Unfinished(now));
          }
        });
  }

  private Guess guess(Samples audio, Effort effort) {
    Understanding meaning = tools();
    Guess made = new Guess(agent().focus(), effort);
    desk.<List<Heard>>elsewhere(
        () -> hearing.understand(audio, meaning, agent().focus(), effort),
        made::found,
        fault -> {
          desk.tell(new Signal.Failure(name, "its recogniser broke down"));
          made.found(List.of());
        });
    return made;
  }

  private void hear(List<Heard> alternatives) {
    agent().heard(alternatives);
  }

  // ---- what it is told

  @Override
  public void told(Item item) {
    switch (item) {
      case Item.Message message -> message.parts().forEach(part -> told(message.role(), part));
      case Item.ToolCall call -> agenda.addShort(() -> agent().called(call.name(), call.callId()));
      case Item.ToolResult result -> {} // comes by itself, for a call that is known
    }
  }

  private void told(Item.Role role, Part part) {
    switch (role) {
      case SYSTEM -> agenda.addShort(() -> agent().told(part.text()));
      case CALLER -> {
        switch (part) {
          case Part.Text text -> agenda.addShort(() -> agent().typed(text.text()));
          case Part.Speech speech -> agenda.add(done -> listen(speech, done));
        }
      }
      case AGENT -> {} // what others made it say asks nothing of it
    }
  }

  private void listen(Part.Speech speech, Runnable done) {
    if (speech.audio().isEmpty()) {
      done.run();
      return;
    }
    guess(Ear.at(hearing.rate(), speech), brief.effort())
        .then(
            alternatives -> {
              hear(alternatives);
              done.run();
            });
  }

  @Override
  public void called(Epoch epoch, String tool, String callId) {
    agent().called(tool, callId);
  }

  @Override
  public void answered(String callId, String output) {
    agenda.addShort(() -> agent().result(callId, output));
  }

  @Override
  public void cut(dev.parley.engine.conversation.Heard heard, int letters) {
    if (heard.epoch().equals(last)) {
      agent().cut(letters);
    }
  }

  @Override
  public void cancelled(Epoch epoch, boolean silent) {
    if (silent && epoch.equals(last)) {
      agent().notHeard();
    }
  }

  // ---- what it answers

  @Override
  public void answer(Asked asked, Consumer<Line> decided) {
    agenda.addShort(() -> decided.accept(asked.isInConversation() ? next(asked) : beside(asked)));
  }

  private Line next(Asked asked) {
    Optional<Brief> own = asked.spec().own();
    if (own.isPresent()) { // with the same tools: what is pending hangs on them
      agent()
          .configure(
              Minds.brief(
                  brief.withChoice(own.get().choice()).withInstructions(own.get().instructions()),
                  tools()));
    }
    List<dev.parley.speech.agent.Act> acts = agent().answer();
    last = asked.epoch();
    Line line = line(acts, agent().style());
    if (own.isPresent()) {
      agent().configure(Minds.brief(brief, tools()));
    }
    return line;
  }

  /** For a reply that does not belong to the conversation: somebody else, who knows its input. */
  private Line beside(Asked asked) {
    Agent other = new Agent(settings, Minds.brief(asked.brief(), tools()));
    asked.spec().input().orElse(List.of()).forEach(item -> tell(other, item));
    return line(other.answer(), other.style());
  }

  /** Speech in it goes unheard: whoever asks beside the conversation gives words. */
  private static void tell(Agent agent, Item item) {
    switch (item) {
      case Item.Message message -> {
        String text = String.join(" ", message.parts().stream().map(Part::text).toList());
        switch (message.role()) {
          case SYSTEM -> agent.told(text);
          case CALLER -> agent.typed(text);
          case AGENT -> {}
        }
      }
      case Item.ToolCall call -> agent.called(call.name(), call.callId());
      case Item.ToolResult result -> agent.result(result.callId(), result.output());
    }
  }

  private static Line line(List<dev.parley.speech.agent.Act> acts, Optional<String> style) {
    Delivery how =
        style
            .map(word -> Delivery.plain().withStyle(Delivery.Style.named(word)))
            .orElse(Delivery.plain());
    return new Line(
        Duration.ZERO, acts.stream().map(act -> act(act, how)).toList(), /* breaksDown= */ false);
  }

  private static Act act(dev.parley.speech.agent.Act act, Delivery how) {
    return switch (act) {
      case dev.parley.speech.agent.Act.Say(String text) -> new Act.Tell(text, how);
      case dev.parley.speech.agent.Act.Call(String tool, String json) -> new Act.Call(tool, json);
    };
  }

  private Agent agent() {
    if (agent == null) {
      throw new IllegalStateException("the session was not configured");
    }
    return agent;
  }

  private Understanding tools() {
    if (tools == null) {
      throw new IllegalStateException("the session was not configured");
    }
    return tools;
  }
}
