package dev.parley.schema.spoken;

import dev.parley.schema.spoken.slot.Choices;
import dev.parley.schema.spoken.slot.Found;
import dev.parley.schema.spoken.slot.Switches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the tool, and its arguments, that some alternatives ask for. Immutable. */
final class Requests {

  /** Nobody asks for something in more words than that; the rest is not read. */
  static final int MOST_WORDS = 100;

  private static final double LEAST_SHARE = 0.45;
  private static final double OTHER_TOOL = 0.5;

  /** What asks much of a value and gets it is meant, rather than what takes anything. */
  private static final double NARROW = 0.25;

  private final List<Tool> tools;

  Requests(List<Tool> tools) {
    this.tools = tools;
  }

  private record Candidate(Tool tool, Heard heard, Filling.Filled filled, double score) {}

  /** A new request. */
  Optional<Reading.Request> fresh(List<Heard> alternatives) {
    return best(alternatives, tools, "").map(best -> request(best, Map.of()));
  }

  /**
   * More of a request in the making.
   *
   * @param asked the argument that was asked for
   */
  Optional<Reading.Request> more(List<Heard> alternatives, Draft draft, String asked) {
    Tool tool = tools.stream().filter(t -> t.name().equals(draft.tool())).findFirst().orElseThrow();
    Optional<Reading.Request> answered = answered(alternatives, tool, draft, asked);
    if (answered.isPresent()) {
      return answered;
    }
    Optional<Candidate> own =
        best(alternatives, List.of(tool), asked).filter(best -> !best.filled().values().isEmpty());
    Optional<Candidate> other =
        best(alternatives, tools.stream().filter(t -> !t.name().equals(tool.name())).toList(), "")
            .filter(best -> best.filled().evidence() >= OTHER_TOOL)
            .filter(best -> own.isEmpty() || best.score() > own.get().score());
    return other.isPresent()
        ? other.map(best -> request(best, Map.of()))
        : own.map(best -> request(best, draft.values()));
  }

  /** A request whose words are exactly one of a tool's choices. */
  Optional<Reading.Request> choice(Heard heard) {
    String said = String.join(" ", words(heard));
    boolean own =
        tools.stream()
            .flatMap(tool -> tool.arguments().stream())
            .flatMap(argument -> argument.slot().stream())
            .anyMatch(
                slot -> slot instanceof Choices choices && choices.phrases().containsValue(said));
    return own ? fresh(List.of(heard)) : Optional.empty();
  }

  /** Whether an argument takes a few values only, so that one of them is surely meant. */
  boolean isClosed(String tool, String name) {
    return tools.stream()
        .filter(each -> each.name().equals(tool))
        .flatMap(each -> each.argument(name).stream())
        .flatMap(argument -> argument.slot().stream())
        .anyMatch(slot -> slot instanceof Choices || slot instanceof Switches);
  }

  private static Optional<Reading.Request> answered(
      List<Heard> alternatives, Tool tool, Draft draft, String asked) {
    Optional<Switches> question =
        tool.argument(asked)
            .flatMap(Argument::slot)
            .filter(Switches.class::isInstance)
            .map(Switches.class::cast);
    for (Heard heard : question.isPresent() ? alternatives : List.<Heard>of()) {
      Optional<Found> found = question.get().answer(words(heard));
      if (found.isPresent()) {
        Draft.Value value =
            new Draft.Value(found.get().json(), found.get().said(), heard.confidence(), false);
        return Optional.of(
            new Reading.Request(
                Drafts.with(tool, draft.values(), Map.of(asked, value)), heard.confidence()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Candidate> best(
      List<Heard> alternatives, List<Tool> tools, String asked) {
    Candidate best = null;
    for (int rank = 0; rank < alternatives.size(); rank++) {
      Heard heard = alternatives.get(rank);
      List<String> words = words(heard);
      for (Tool tool : words.isEmpty() ? List.<Tool>of() : tools) {
        Filling.Filled filled = new Filling(tool, words, asked).best();
        boolean something = !filled.values().isEmpty() || filled.evidence() >= OTHER_TOOL;
        double score = score(tool, filled, heard, rank);
        if (something && filled.share() >= LEAST_SHARE && (best == null || score > best.score())) {
          best = new Candidate(tool, heard, filled, score);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static double score(Tool tool, Filling.Filled filled, Heard heard, int rank) {
    long lacking =
        tool.arguments().stream()
            .filter(a -> a.required() && !filled.values().containsKey(a.name()))
            .count();
    double narrow =
        filled.values().values().stream().mapToDouble(Found::narrow).average().orElse(0);
    return filled.share()
        + NARROW * narrow
        + 0.1 * Math.min(2, filled.evidence())
        - 0.06 * lacking
        + 0.3 * heard.confidence()
        - 0.02 * rank;
  }

  private static Reading.Request request(Candidate best, Map<String, Draft.Value> known) {
    Map<String, Draft.Value> values = new LinkedHashMap<>();
    best.filled()
        .values()
        .forEach(
            (name, found) ->
                values.put(
                    name,
                    new Draft.Value(
                        found.json(),
                        found.said(),
                        confidence(best.heard(), found),
                        found.isCode())));
    double sure = Math.clamp(best.filled().share(), 0, 1) * best.heard().confidence();
    return new Reading.Request(Drafts.with(best.tool(), known, values), Math.clamp(sure, 0, 1));
  }

  /**
   * By the words that say it and those next to it: where a neighbour is in doubt, so is where the
   * value begins or ends. Between their least and their product, for they are right or wrong partly
   * together.
   */
  private static double confidence(Heard heard, Found found) {
    int from = Math.max(0, found.from() - 1);
    int to = Math.min(heard.words().size(), found.to() + 1);
    double product = 1;
    double least = 1;
    for (Heard.Word word : heard.words().subList(from, to)) {
      product *= word.confidence();
      least = Math.min(least, word.confidence());
    }
    return Math.clamp(Math.sqrt(product * least) * Math.min(1, found.fit()), 0, 1);
  }

  static List<String> words(Heard heard) {
    List<String> words = new ArrayList<>();
    heard.words().stream().limit(MOST_WORDS).forEach(word -> words.add(Drafts.plain(word.text())));
    return words;
  }
}
