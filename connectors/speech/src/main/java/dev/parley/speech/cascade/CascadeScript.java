package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.Captured;
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
import dev.parley.schema.spoken.Focus;
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
  private final Subtitles subtitles = new Subtitles();
  private Brief brief = Brief.defaults();
  private Brief understood = Brief.defaults(); // whose tools are known
  private @Nullable Understanding tools;
  private @Nullable Agent agent;
  private @Nullable Guess guess;
  private long turns;
  private long overheard; // how much of the turn was listened to, in samples
  private boolean overhearing;
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
    nextTurn();
  }

  @Override
  public void configure(Brief other) {
    brief = other;
    guess = null;
    agenda.add(done -> understand(other, done));
  }

  private void understand(Brief other, Runnable done) {
    desk.<Understanding>elsewhere(
        () -> minds.of(other.tools()),
        compiled -> {
          begin(other, compiled);
          done.run();
        },
        fault -> {
          desk.tell(new Signal.Failure(name, Minds.complaint(fault)));
          if (agent != null || other.tools().isEmpty()) {
            done.run(); // with the tools that it had
          } else {
            understand(other.withTools(List.of()), done);
          }
        });
  }

  private void begin(Brief other, Understanding compiled) {
    understood = other;
    tools = compiled;
    AgentBrief told = Minds.brief(other, compiled);
    if (agent == null) {
      agent = new Agent(settings, told);
    } else {
      agent.configure(told);
    }
  }

  // ---- what the caller says

  @Override
  public void hear(Inbound frame) {
    ear.hear(frame);
    switch (frame) {
      case Signal.SpeechStarted speech -> guess = null;
      case Signal.SpeechStopped speech -> beginToGuess(speech.detected());
      case Captured audio -> listenAlong(audio.end());
      default -> {}
    }
  }

  @Override
  public void clear(Position until) {
    ear.forget(until);
    guess = null;
    nextTurn();
    subtitles.end(List.of());
  }

  @Override
  public void commit(Position until) {
    Samples turn = ear.commit(until);
    nextTurn();
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
                tell(alternatives, until);
                done.run();
              });
        });
  }

  /** Tells the words of a turn while it is spoken; the longer it is, the more rarely. */
  private void listenAlong(Position now) {
    brief
        .transcription()
        .filter(wish -> agent != null && !overhearing)
        .ifPresent(
            wish -> {
              Patience patience = Patience.of(wish);
              long length = ear.length(wish.withoutTurns());
              if (length >= patience.next(overheard, hearing.rate())) {
                overhear(ear.sofar(wish.withoutTurns()), length, patience, now);
              }
            });
  }

  private void overhear(Samples audio, long length, Patience patience, Position now) {
    long turn = turns;
    overhearing = true; // one at a time
    Understanding meaning = tools();
    Focus focus = agent().focus();
    desk.<List<Heard>>elsewhere(
        () -> hearing.understand(audio, meaning, focus, patience.effort()),
        alternatives -> {
          if (turn == turns) {
            overhearing = false;
            overheard = length;
            alternatives.stream()
                .findFirst()
                .map(best -> subtitles.hear(words(best), patience.agreeing()))
                .ifPresent(more -> desk.words(more, now));
          }
        },
        fault -> {}); // the turn itself will tell
  }

  private void tell(List<Heard> alternatives, Position until) {
    Heard best = alternatives.isEmpty() ? Heard.typed("") : alternatives.getFirst();
    desk.words(subtitles.end(words(best)), until);
    desk.turn(best.text(), until);
  }

  private static List<String> words(Heard heard) {
    return heard.words().stream().map(Heard.Word::text).toList();
  }

  private void nextTurn() {
    turns++;
    overheard = 0;
    overhearing = false;
  }

  private void beginToGuess(Position now) {
    if (!ear.hasSpeech() || agent == null) {
      return;
    }
    Guess made = guess(ear.sofar(/* withoutTurns= */ false), brief.effort());
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
    Focus focus = agent().focus();
    Guess made = new Guess(focus, effort);
    desk.<List<Heard>>elsewhere(
        () -> hearing.understand(audio, meaning, focus, effort),
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
    agenda.add(
        done -> {
          if (asked.isInConversation()) {
            decided.accept(next(asked));
            done.run();
          } else {
            beside(asked, asked.brief(), decided, done);
          }
        });
  }

  private Line next(Asked asked) {
    // its own brief holds, but for the tools: what is pending hangs on them
    asked.spec().own().ifPresent(own -> agent().configure(now(own)));
    List<dev.parley.speech.agent.Act> acts = agent().answer();
    last = asked.epoch();
    Line line = line(acts, agent().style());
    asked.spec().own().ifPresent(own -> agent().configure(now(understood)));
    return line;
  }

  private AgentBrief now(Brief own) {
    return Minds.brief(
        understood.withChoice(own.choice()).withInstructions(own.instructions()), tools());
  }

  /** For a reply that does not belong to the conversation: somebody else, who knows its input. */
  private void beside(Asked asked, Brief told, Consumer<Line> decided, Runnable done) {
    desk.<Understanding>elsewhere(
        () -> minds.of(told.tools()),
        compiled -> {
          Agent other = new Agent(settings, Minds.brief(told, compiled));
          asked.spec().input().orElse(List.of()).forEach(item -> tell(other, item));
          decided.accept(line(other.answer(), other.style()));
          done.run();
        },
        fault -> {
          desk.tell(new Signal.Failure(name, Minds.complaint(fault)));
          beside(asked, told.withTools(List.of()), decided, done);
        });
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
