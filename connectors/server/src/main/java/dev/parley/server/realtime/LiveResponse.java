package dev.parley.server.realtime;

import dev.parley.engine.frame.Epoch;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Response;
import dev.parley.wire.response.ResponseStatus;
import dev.parley.wire.response.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response from its request to its {@code response.done}. One owner. */
final class LiveResponse {

  private final String id;
  private final boolean outOfBand;
  private final Terms terms;
  private final Optional<String> askedBy;
  private final TokenCount.Tokens input;
  private final List<LivePart> output = new ArrayList<>();
  private final Map<Integer, LivePart> byPart = new HashMap<>();
  private @Nullable Epoch epoch;
  private @Nullable String cancelTag;
  private boolean created;
  private boolean done;

  /**
   * @param askedBy the client's id of the event that asked for it
   * @param input what the model reads for it
   */
  LiveResponse(
      String id,
      boolean outOfBand,
      Terms terms,
      Optional<String> askedBy,
      TokenCount.Tokens input) {
    this.id = id;
    this.outOfBand = outOfBand;
    this.terms = terms;
    this.askedBy = askedBy;
    this.input = input;
  }

  String id() {
    return id;
  }

  boolean isOutOfBand() {
    return outOfBand;
  }

  Terms terms() {
    return terms;
  }

  Optional<String> askedBy() {
    return askedBy;
  }

  TokenCount.Tokens input() {
    return input;
  }

  /** The reply that it is in the call, once the call has taken the request up. */
  Optional<Epoch> epoch() {
    return Optional.ofNullable(epoch);
  }

  void becomes(Epoch reply) {
    epoch = reply;
  }

  /** Its client wants it cancelled although the call has not taken it up yet. */
  void cancelOnceAsked(String tag) {
    cancelTag = tag;
  }

  /** By what name it is to be cancelled now that the call has taken it up, if it is. */
  Optional<String> cancelTag() {
    return Optional.ofNullable(cancelTag);
  }

  boolean isCreated() {
    return created;
  }

  void create() {
    created = true;
  }

  boolean isDone() {
    return done;
  }

  void finish() {
    done = true;
  }

  int nextIndex() {
    return output.size();
  }

  void add(int part, LivePart item) {
    output.add(item);
    byPart.put(part, item);
  }

  Optional<LivePart> part(int part) {
    return Optional.ofNullable(byPart.get(part));
  }

  /** Its output items, in order. */
  List<LivePart> output() {
    return output;
  }

  /** The response when it begins. */
  Response begun(String conversationId) {
    return new Response(
        id,
        ResponseStatus.IN_PROGRESS,
        Optional.empty(),
        List.of(),
        terms.modality(),
        terms.format(),
        terms.voice(),
        outOfBand ? Optional.empty() : Optional.of(conversationId),
        terms.mostTokens(),
        terms.metadata(),
        Optional.empty());
  }

  List<WireItem> items() {
    return output.stream().map(LivePart::item).toList();
  }

  /** What it cost. */
  Usage usage(TokenCount.Tokens readBefore) {
    long text = 0;
    long audio = 0;
    for (LivePart part : output) {
      switch (part) {
        case LivePart.Message message -> {
          audio += TokenCount.ofReply(message.samplesMade());
          text += message.isSpoken() ? 0 : TokenCount.ofText(message.text().length());
        }
        case LivePart.Call call ->
            text += TokenCount.ofText(call.name().length() + call.arguments().length());
      }
    }
    return new Usage(input.after(readBefore), new Usage.Output(text, audio));
  }
}
