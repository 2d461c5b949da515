package dev.parley.wire.response;

import dev.parley.wire.error.WireError;
import dev.parley.wire.json.Choice;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a response ended early.
 *
 * @param status how it ended, once more
 * @param reason of a cancelled or incomplete one
 * @param error of a failed one
 */
public record StatusDetails(
    ResponseStatus status, Optional<Reason> reason, Optional<WireError> error) {

  /** Why a response was cut or stopped. */
  public enum Reason implements Choice {
    TURN_DETECTED,
    CLIENT_CANCELLED,
    MAX_OUTPUT_TOKENS,
    CONTENT_FILTER;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
      return word;
    }
  }

  public static StatusDetails cancelled(Reason reason) {
    return new StatusDetails(ResponseStatus.CANCELLED, Optional.of(reason), Optional.empty());
  }

  public static StatusDetails incomplete(Reason reason) {
    return new StatusDetails(ResponseStatus.INCOMPLETE, Optional.of(reason), Optional.empty());
  }

  public static StatusDetails failed(WireError error) {
    return new StatusDetails(ResponseStatus.FAILED, Optional.empty(), Optional.of(error));
  }
}
