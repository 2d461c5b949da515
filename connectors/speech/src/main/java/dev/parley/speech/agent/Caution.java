package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Understanding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When it is better to ask than to be wrong. Immutable; safe for any thread. */
public final class Caution {

  private final AgentSettings settings;

  public Caution(AgentSettings settings) {
    this.settings = settings;
  }

  /** Whether a yes or a no was understood well enough. */
  public boolean isAnswer(double confidence) {
    return confidence >= settings.certainAnswer();
  }

  /** Whether it was understood well enough which tool is meant. */
  boolean isSure(double confidence) {
    return confidence >= settings.certainOther();
  }

  boolean isDoubtful(Draft.Value value) {
    return value.confidence() < (value.isCode() ? settings.certainCode() : settings.certainOther());
  }

  /** The arguments that may be wrong. */
  List<String> doubtful(Draft draft) {
    return draft.values().entrySet().stream()
        .filter(entry -> isDoubtful(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Whether the caller has to be asked before this call.
   *
   * @param certainty how sure it is that this tool is meant, 0 to 1
   */
  public boolean mustConfirm(Draft draft, double certainty, Understanding tools) {
    return tools.wantsConfirmation(draft.tool())
        || !isSure(certainty)
        || !doubtful(draft).isEmpty();
  }

  /** The argument that is most likely to be wrong, for its kind. */
  Optional<String> worst(Draft draft) {
    return draft.values().entrySet().stream()
        .min(Comparator.comparingDouble(entry -> margin(entry.getValue())))
        .map(Map.Entry::getKey);
  }

  private double margin(Draft.Value value) {
    return value.confidence() - (value.isCode() ? settings.certainCode() : settings.certainOther());
  }

  /** Whether it has asked often enough. */
  boolean isTired(int tries) {
    return tries > settings.mostAgain();
  }
}
