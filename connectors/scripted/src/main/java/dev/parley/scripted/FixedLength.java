package dev.parley.scripted;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.script.Act;
import dev.parley.engine.script.Asked;
import dev.parley.engine.script.Desk;
import dev.parley.engine.script.Line;
import dev.parley.engine.script.Script;
import dev.parley.engine.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The script of a {@link ScriptedModel}: replies of a set length, and tools that are called before
 * them.
 *
 * <p>What has been called is spoken about by the next reply, whether its result is there or not;
 * when a result comes, so it is by the reply after that. A brief that forces a call has it again
 * and again until a result is there.
 */
final class FixedLength implements Script {

  private static final List<String> FILLERS =
      List.of(
          "Thank you for calling, I am glad to help.",
          "Let me tell you what I have found so far.",
          "The first thing to know is that all is well.",
          "There is one more detail that may be of use.",
          "It will not take long, so please stay with me.",
          "You can stop me at any time, simply by speaking.",
          "Until then I shall go on with my little story.",
          "After that we can look at the other question.");

  private final ScriptedSettings settings;
  private final Desk desk;
  private long replies;
  private boolean called;
  private boolean answered;

  FixedLength(ScriptedSettings settings, Desk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  @Override
  public void answer(Asked asked, Consumer<Line> decided) {
    decided.accept(line(asked));
  }

  private Line line(Asked asked) {
    replies++;
    List<Act> acts = mayCall(asked) ? calls(asked) : List.of();
    if (acts.isEmpty()) {
      acts = List.of(new Act.Fill(settings.reply(), FILLERS));
      if (asked.isInConversation()) {
        called = false;
        answered = false;
      }
    }
    boolean breaksDown = settings.fail() > 0 && replies % settings.fail() == 0;
    return new Line(settings.think(), acts, breaksDown);
  }

  private boolean mayCall(Asked asked) {
    boolean isForced =
        switch (asked.brief().choice()) {
          case ToolChoice.Required any -> true;
          case ToolChoice.Named one -> true;
          case ToolChoice.Auto free -> false;
          case ToolChoice.None never -> false;
        };
    return asked.isInConversation()
        ? !answered && !asked.answersATool() && (isForced || !called)
        : isForced && !asked.answersATool();
  }

  /** The calls of one reply, with what is said before them; nothing if it can call nothing. */
  private List<Act> calls(Asked asked) {
    List<Act> callable = callable(asked);
    List<Act> acts = new ArrayList<>();
    if (!callable.isEmpty()) {
      if (!settings.preamble().isZero()) {
        acts.add(new Act.Fill(settings.preamble(), FILLERS));
      }
      for (int i = 0; i < settings.calls(); i++) {
        acts.add(callable.get(i % callable.size()));
      }
    }
    return acts;
  }

  /** What it can call, the first choice first. */
  private List<Act> callable(Asked asked) {
    List<ToolSpec> offered = asked.brief().tools();
    return switch (asked.brief().choice()) {
      case ToolChoice.None never -> List.of();
      case ToolChoice.Named(String name) ->
          offered.stream().filter(tool -> tool.name().equals(name)).map(this::call).toList();
      case ToolChoice.Auto free -> favourite(asked, offered);
      case ToolChoice.Required any -> favourite(asked, offered);
    };
  }

  private List<Act> favourite(Asked asked, List<ToolSpec> offered) {
    if (settings.tool().isEmpty()) {
      return offered.stream().map(this::call).toList();
    }
    String name = settings.tool().get();
    Optional<Act> first =
        offered.stream().filter(tool -> tool.name().equals(name)).findFirst().map(this::call);
    if (first.isEmpty() && asked.spec().own().isPresent()) {
      return List.of(); // this reply shall do without it
    }
    return Stream.concat(
            Stream.of(first.orElseGet(() -> unoffered(name))),
            offered.stream().filter(tool -> !tool.name().equals(name)).map(this::call))
        .toList();
  }

  private Act call(ToolSpec tool) {
    return settings
        .arguments()
        .filter(json -> settings.tool().equals(Optional.of(tool.name())))
        .<Act>map(json -> new Act.Call(tool.name(), json))
        .orElseGet(() -> new Act.CallLater(tool.name(), () -> Example.of(tool.parameters())));
  }

  private Act unoffered(String name) {
    return new Act.Call(name, settings.arguments().orElse("{}"));
  }

  @Override
  public void commit(Position until) {
    settings.hears().ifPresent(words -> desk.turn(words, until));
  }

  @Override
  public void called(Epoch epoch, String tool, String callId) {
    called |= epoch.lane() == Epoch.Lane.MAIN;
  }

  @Override
  public void answered(String callId, String output) {
    answered = true;
  }
}
