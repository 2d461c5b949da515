package dev.parley.schema.spoken;

import dev.parley.schema.spoken.model.Lexicon;
import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.slot.Texts;
import dev.parley.schema.spoken.words.Control;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tools that are asked for by voice. Compile them once, off the path of a call: it takes
 * milliseconds a tool. Immutable but for models that are kept once made; safe for any thread.
 */
public final class SpokenTools implements Understanding {

  /** How many tools there may be. */
  public static final int MOST_TOOLS = 128;

  private static final int MOST_NARROWER = 12;

  private final Map<String, Tool> tools;
  private final Requests requests;
  private final Corrections corrections;
  private final Models models;
  private final LanguageModel anything;
  private final Map<Asked, LanguageModel> asked = new ConcurrentHashMap<>();

  /** At most one for each argument, so keeping them costs no more than the schemas allow. */
  private record Asked(String tool, String argument) {}

  private SpokenTools(List<Tool> all, Lexicon lexicon) {
    Map<String, Tool> byName = new java.util.LinkedHashMap<>();
    for (Tool tool : all) {
      if (byName.put(tool.name(), tool) != null) {
        throw new IllegalArgumentException(
            "two tools are called %s: give each its own name".formatted(tool.name()));
      }
    }
    this.tools = java.util.Collections.unmodifiableMap(byName);
    this.requests = new Requests(List.copyOf(all));
    this.corrections = new Corrections();
    this.models = new Models(lexicon);
    this.anything = models.of(Nets.anything(List.copyOf(all)));
  }

  /** As the other, with the machine's clock and zone, and pronunciations by rule. */
  public static SpokenTools compile(List<ToolShape> shapes) {
    return compile(shapes, Clock.system(ZoneId.systemDefault()), word -> List.of());
  }

  /**
   * Makes tools understood.
   *
   * @param clock what "tomorrow" and "nine o'clock" are seen from; its zone is the caller's
   * @param pronouncer how a word sounds, for names and choices that are not in the own table: CMU
   *     phones without stress, one text a way to say it; an empty list for a word it does not know
   *     (rules take over then). Called while this compiles and when a new argument is expected,
   *     maybe on several threads
   * @throws IllegalArgumentException in one sentence, if a tool's parameters are no schema of an
   *     object, two tools have one name, or there are too many tools or words
   */
  public static SpokenTools compile(
      List<ToolShape> shapes, Clock clock, Function<String, List<String>> pronouncer) {
    if (shapes.size() > MOST_TOOLS) {
      throw new IllegalArgumentException(
          "%d tools are too many to tell apart by voice: %d at the most"
              .formatted(shapes.size(), MOST_TOOLS));
    }
    ToolCompiler compiler = new ToolCompiler(clock);
    return new SpokenTools(
        shapes.stream().map(compiler::compile).toList(), new Lexicon(pronouncer));
  }

  @Override
  public LanguageModel expected(Focus focus) {
    return switch (focus) {
      case Focus.Anything ignored -> anything;
      case Focus.Argument argument ->
          asked.computeIfAbsent(
              new Asked(argument.draft().tool(), argument.name()), key -> models.of(argument(key)));
      case Focus.Confirmation confirmation ->
          models.of(Nets.confirmation(tool(confirmation.draft().tool()), confirmation.draft()));
    };
  }

  @Override
  public List<LanguageModel> narrower(Focus focus) {
    if (!(focus instanceof Focus.Anything)) {
      return List.of(); // what is expected is one kind of value already
    }
    return tools.values().stream()
        .flatMap(
            tool ->
                tool.arguments().stream()
                    .filter(argument -> argument.slot().isPresent())
                    .filter(argument -> !(argument.slot().get() instanceof Texts))
                    .map(
                        argument ->
                            new Focus.Argument(new Draft(tool.name(), Map.of()), argument.name())))
        .map(this::expected)
        .distinct()
        .limit(MOST_NARROWER)
        .toList();
  }

  private Net argument(Asked key) {
    return tool(key.tool())
        .argument(key.argument())
        .map(Nets::argument)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the tool %s has no argument %s".formatted(key.tool(), key.argument())));
  }

  @Override
  public Reading read(List<Heard> alternatives, Focus focus) {
    List<Heard> said = alternatives.stream().filter(heard -> !heard.words().isEmpty()).toList();
    if (said.isEmpty()) {
      return new Reading.Nothing();
    }
    Optional<? extends Reading> reading =
        switch (focus) {
          case Focus.Anything ignored -> exactChoice(said);
          case Focus.Argument argument -> argument(said, argument);
          case Focus.Confirmation confirmation -> confirmation(said, confirmation.draft());
        };
    return reading
        .<Reading>map(found -> found)
        .or(() -> control(said.getFirst()))
        .or(() -> requests.fresh(said))
        .map(found -> found instanceof Reading.Request it ? traced(it, said, focus) : found)
        .or(() -> broken(said, focus))
        .orElse(new Reading.Nothing());
  }

  /** With what was heard of its codes; and never with a code that was refused. */
  private Reading traced(Reading.Request request, List<Heard> said, Focus focus) {
    Draft before =
        switch (focus) {
          case Focus.Anything ignored -> request.draft();
          case Focus.Argument argument -> argument.draft();
          case Focus.Confirmation confirmation -> confirmation.draft();
        };
    boolean goesOn = before.tool().equals(request.draft().tool());
    Draft draft =
        corrections.traced(
            tool(request.draft().tool()), request.draft(), said, goesOn ? before : request.draft());
    return new Reading.Request(draft, request.confidence());
  }

  /** A code that is not quite one: it is to be asked for. */
  private Optional<Reading> broken(List<Heard> said, Focus focus) {
    return switch (focus) {
      case Focus.Anything ignored -> Fragments.request(tools.values(), said);
      case Focus.Argument argument ->
          Fragments.answer(tool(argument.draft().tool()), argument, said);
      case Focus.Confirmation ignored -> Optional.empty();
    };
  }

  /** A word that steers a call and is also a tool's own choice: the tool's, unless an answer. */
  private Optional<? extends Reading> exactChoice(List<Heard> said) {
    Optional<Reading> control = control(said.getFirst());
    boolean answer =
        control.isPresent()
            && (control.get() instanceof Reading.Yes || control.get() instanceof Reading.No);
    return answer || control.isEmpty() ? control : requests.choice(said.getFirst());
  }

  private Optional<? extends Reading> argument(List<Heard> said, Focus.Argument focus) {
    Optional<Reading> control = control(said.getFirst());
    Optional<Reading.Request> more =
        requests
            .more(said, focus.draft(), focus.name())
            .or(() -> corrections.again(tool(focus.draft().tool()), focus, said));
    boolean filled = more.isPresent() && more.get().draft().value(focus.name()).isPresent();
    return filled && requests.isClosed(focus.draft().tool(), focus.name())
        ? more
        : control.isPresent() ? control : more;
  }

  private Optional<? extends Reading> confirmation(List<Heard> said, Draft draft) {
    Optional<Reading> control = control(said.getFirst());
    if (control.isPresent()) {
      return control;
    }
    Optional<Draft> corrected = corrections.read(tool(draft.tool()), draft, said);
    return corrected.isPresent()
        ? corrected.map(better -> new Reading.Request(better, said.getFirst().confidence()))
        : requests.more(said, draft, "");
  }

  private static Optional<Reading> control(Heard heard) {
    List<String> words = Requests.words(heard);
    double sure = heard.confidence();
    if (Control.isOnly(words, Control.YES)) {
      return Optional.of(new Reading.Yes(sure));
    }
    if (Control.isOnly(words, Control.NO)) {
      return Optional.of(new Reading.No(sure));
    }
    if (Control.isOnly(words, Control.HELP)) {
      return Optional.of(new Reading.Help());
    }
    if (Control.isOnly(words, Control.REPEAT)) {
      return Optional.of(new Reading.Repeat());
    }
    return Control.isOnly(words, Control.CANCEL)
        ? Optional.of(new Reading.Cancel())
        : Optional.empty();
  }

  @Override
  public List<String> missing(Draft draft) {
    return tool(draft.tool()).arguments().stream()
        .filter(argument -> argument.required() && draft.value(argument.name()).isEmpty())
        .map(Argument::name)
        .toList();
  }

  @Override
  public String arguments(Draft draft) {
    return Drafts.json(draft);
  }

  @Override
  public List<String> problems(Draft draft) {
    return tool(draft.tool()).schema().validate(arguments(draft));
  }

  @Override
  public String title(String tool, String argument) {
    return tool(tool).argument(argument).map(Argument::title).orElse(argument);
  }

  @Override
  public String purpose(String tool) {
    return tool(tool).purpose();
  }

  @Override
  public Optional<String> request(Draft draft) {
    return Wording.of(tool(draft.tool()), draft);
  }

  @Override
  public boolean wantsConfirmation(String tool) {
    return tool(tool).confirmed();
  }

  @Override
  public boolean isUnfinished(Heard sofar, Focus focus) {
    List<String> words = Requests.words(sofar);
    if (words.isEmpty()) {
      return false;
    }
    if (Control.leads(words.getLast())) {
      return true;
    }
    return switch (focus) {
      case Focus.Anything ignored -> Unfinished.request(tools.values(), words);
      case Focus.Argument argument ->
          tool(argument.draft().tool())
              .argument(argument.name())
              .flatMap(Argument::slot)
              .map(slot -> slot.isOpen(words))
              .orElse(false);
      case Focus.Confirmation ignored -> false;
    };
  }

  private Tool tool(String name) {
    Tool tool = tools.get(name);
    if (tool == null) {
      throw new IllegalArgumentException("there is no tool %s".formatted(name));
    }
    return tool;
  }

  /** Tells nothing of the tools: they are the client's. */
  @Override
  public String toString() {
    return "SpokenTools[%d]".formatted(tools.size());
  }
}
