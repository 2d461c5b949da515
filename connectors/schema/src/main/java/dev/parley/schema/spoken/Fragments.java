package dev.parley.schema.spoken;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.schema.spoken.slot.CodeGaps;
import dev.parley.schema.spoken.slot.CodeTrace;
import dev.parley.schema.spoken.slot.Codes;
import dev.parley.schema.spoken.slot.SpelledWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes with a letter missing or too many: nothing is made up, but it is known what to ask for. */
final class Fragments {

  /** How much less sure each character missing makes that the tool is meant. */
  private static final double UNSURE = 0.15;

  private Fragments() {}

  /** How much less sure a sound that is left out makes the rest: it is read back. */
  private static final double LEFT_OUT = 0.4;

  private record Piece(
      Tool tool, Argument argument, SpelledWords words, CodeGaps.Gap gap, double evidence) {}

  /** A request for the one tool that takes such a code, without it. */
  static Optional<Reading> request(Collection<Tool> tools, List<Heard> said) {
    List<Piece> pieces =
        tools.stream()
            .flatMap(
                tool ->
                    tool.arguments().stream()
                        .filter(Argument::required)
                        .flatMap(argument -> piece(tool, argument, said).stream()))
            .sorted(
                Comparator.comparingDouble((Piece piece) -> -piece.evidence())
                    .thenComparing(piece -> piece.gap().cost()))
            .toList();
    boolean isClear =
        pieces.size() == 1
            || (pieces.size() > 1
                && (pieces.get(0).evidence() > pieces.get(1).evidence()
                    || pieces.get(0).gap().cost() < pieces.get(1).gap().cost()));
    return isClear
        ? Optional.of(
            asking(pieces.getFirst(), new Draft(pieces.getFirst().tool().name(), Map.of())))
        : Optional.empty();
  }

  /** An answer that is not quite the code that was asked for. */
  static Optional<Reading> answer(Tool tool, Focus.Argument focus, List<Heard> said) {
    return tool.argument(focus.name())
        .flatMap(argument -> piece(tool, argument, said))
        .map(piece -> asking(piece, focus.draft()));
  }

  private static Reading asking(Piece piece, Draft draft) {
    String name = piece.argument().name();
    CodeTrace old = draft.traces().get(name);
    Set<String> rejected = old == null ? Set.of() : old.rejected();
    double sure = 1 - UNSURE * piece.gap().cost();
    return rest(piece)
        .filter(code -> !rejected.contains(code))
        .map(code -> new Reading.Request(filled(piece, draft, code, rejected), sure))
        .orElseGet(
            () ->
                new Reading.Request(
                    draft.with(name, CodeTrace.fragment(piece.gap().text(), rejected)), sure));
  }

  private static Optional<String> rest(Piece piece) {
    return piece.argument().slot().orElse(null) instanceof Codes codes
        ? new CodeGaps(codes).withoutOne(piece.words())
        : Optional.empty();
  }

  private static Draft filled(Piece piece, Draft draft, String code, Set<String> rejected) {
    double least = piece.words().confidences().stream().mapToDouble(it -> it).min().orElse(0);
    Draft.Value value =
        new Draft.Value(
            TextNode.valueOf(code).toString(),
            Spelling.readBack(code),
            LEFT_OUT * least,
            /* isCode= */ true);
    String name = piece.argument().name();
    Draft with = Drafts.with(piece.tool(), draft.values(), Map.of(name, value));
    return piece.argument().slot().orElse(null) instanceof Codes codes
        ? new Draft(with.tool(), with.values(), draft.traces())
            .with(
                name,
                CodeTrace.of(codes, code, List.of(piece.words()), piece.tool()::isBeside, rejected))
        : with;
  }

  private static Optional<Piece> piece(Tool tool, Argument argument, List<Heard> said) {
    if (!(argument.slot().orElse(null) instanceof Codes codes)) {
      return Optional.empty();
    }
    for (SpelledWords words : Corrections.readings(said)) {
      Optional<CodeGaps.Gap> gap = new CodeGaps(codes).find(words, tool::isBeside);
      if (gap.isPresent()) {
        double evidence = words.words().stream().mapToDouble(tool::keyword).sum();
        return Optional.of(new Piece(tool, argument, words, gap.get(), evidence));
      }
    }
    return Optional.empty();
  }
}
