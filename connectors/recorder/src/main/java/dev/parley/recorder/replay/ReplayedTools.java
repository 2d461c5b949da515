package dev.parley.recorder.replay;

import dev.parley.engine.time.CallClock;
import dev.parley.engine.time.MediaClock;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.recorder.file.Recorded;
import dev.parley.recorder.format.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Tools that answer what they once answered, after as long, and do nothing else: nothing in the
 * world is done twice. One owner.
 */
final class ReplayedTools {

  /** What the model is told where the recording has no such call. */
  static final String UNKNOWN = "{\"error\":\"the recording has no such call\"}";

  private record Call(long calledAt, String id, String name, String arguments) {}

  private record Answer(long at, String output) {}

  private final ActorSystem<?> system;
  private final CallClock clock;
  private final Recorded recorded;
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Answer> answers = new HashMap<>();

  /** To be made when the call is. */
  ReplayedTools(ActorSystem<?> system, Recorded recorded) {
    this.system = system;
    this.clock = CallClock.startingNow(MediaClock.of(system));
    this.recorded = recorded;
    for (Recorded.Decision decision : recorded.decided()) {
      Fields what = decision.what();
      switch (decision.type()) {
        case "tool_called" ->
            calls.add(
                new Call(
                    decision.nanos(),
                    what.text("call"),
                    what.text("name"),
                    what.text("arguments")));
        case "tool_returned" ->
            answers.putIfAbsent(
                what.text("call"), new Answer(decision.nanos(), what.text("output")));
        default -> {}
      }
    }
  }

  ToolBox box() {
    ToolBox box = ToolBox.empty();
    for (ToolSpec tool : recorded.about().settings().tools()) {
      box = box.with(tool, arguments -> call(tool.name(), arguments));
    }
    return recorded.about().settings().givesWay() ? box.givingWay() : box;
  }

  private CompletionStage<String> call(String name, String arguments) {
    Optional<Call> then =
        calls.stream()
            .filter(call -> call.name.equals(name) && call.arguments.equals(arguments))
            .findFirst();
    if (then.isEmpty()) {
      return CompletableFuture.completedStage(UNKNOWN);
    }
    calls.remove(then.get());
    CompletableFuture<String> output = new CompletableFuture<>();
    Answer answer = answers.get(then.get().id);
    if (answer != null) { // and if it never answered, it does not now
      long now = clock.nanos();
      long due = Punctuality.due(then.get().calledAt, answer.at, now);
      system
          .scheduler()
          .scheduleOnce(
              Duration.ofNanos(due - now),
              () -> output.complete(answer.output),
              system.executionContext());
    }
    return output;
  }
}
