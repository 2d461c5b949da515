package dev.parley.wire.response;

import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.session.Modality;
import dev.parley.wire.session.TokenLimit;
import dev.parley.wire.session.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response as the server shows it when it begins and when it is over.
 *
 * @param id {@code resp_...}
 * @param details why it ended early
 * @param output its items, without audio; none yet when it begins
 * @param conversationId empty when it is out of band: null in JSON
 * @param metadata what the client gave; empty: null in JSON
 * @param usage once it is over
 */
public record Response(
    String id,
    ResponseStatus status,
    Optional<StatusDetails> details,
    List<WireItem> output,
    Modality outputModality,
    AudioFormatSpec outputFormat,
    Voice voice,
    Optional<String> conversationId,
    TokenLimit maxOutputTokens,
    Map<String, String> metadata,
    Optional<Usage> usage) {

  public Response {
    output = List.copyOf(output);
  }

  /** The same response, over. */
  public Response ended(
      ResponseStatus how, Optional<StatusDetails> why, List<WireItem> items, Usage used) {
    return new Response(
        id,
        how,
        why,
        items,
        outputModality,
        outputFormat,
        voice,
        conversationId,
        maxOutputTokens,
        metadata,
        Optional.of(used));
  }

  @Override
  public String toString() {
    return "Response[%s, %s, %d items]".formatted(id, status.word(), output.size());
  }
}
