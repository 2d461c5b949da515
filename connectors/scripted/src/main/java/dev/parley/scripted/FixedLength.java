package dev.parley.scripted;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final ScriptedSettings settings;
  private long replies;
  private boolean called;
  private boolean answered;

  FixedLength(ScriptedSettings settings) {
    this.settings = settings;
  }

  @Override
  public Line answer(Asked asked) {
    replies++;
    List<Act> acts = mayCall(asked) ? calls(asked) : List.of();
    if (acts.isEmpty()) {
      acts = List.of(new Act.Fill(settings.reply()));
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
        acts.add(new Act.Fill(settings.preamble()));
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
        .orElseGet(() -> new Act.CallBySchema(tool));
  }

  private Act unoffered(String name) {
    return new Act.Call(name, settings.arguments().orElse("{}"));
  }

  @Override
  public Optional<String> words() {
    return settings.hears();
  }

  @Override
  public void called(Epoch epoch) {
    called |= epoch.lane() == Epoch.Lane.MAIN;
  }

  @Override
  public void answered() {
    answered = true;
  }
}
