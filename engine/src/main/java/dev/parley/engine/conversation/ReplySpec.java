package dev.parley.engine.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of one reply.
 *
 * @param own what the model is told for this reply, where that differs from the session's brief
 * @param input what it answers in place of the conversation so far; empty means nothing at all
 * @param tag names the request for whoever asks, and comes back with its reply or its refusal
 */
public record ReplySpec(Optional<Brief> own, Optional<List<Item>> input, Optional<String> tag) {

  private static final ReplySpec DEFAULT =
      new ReplySpec(Optional.empty(), Optional.empty(), Optional.empty());

  public ReplySpec {
    input = input.map(List::copyOf);
  }

  /** As the session says. */
  public static ReplySpec asConfigured() {
    return DEFAULT;
  }

  /** By a brief of its own. */
  public static ReplySpec by(Brief brief) {
    return DEFAULT.withOwn(brief);
  }

  public ReplySpec withOwn(Brief brief) {
    return new ReplySpec(Optional.of(brief), input, tag);
  }

  public ReplySpec withInput(List<Item> items) {
    return new ReplySpec(own, Optional.of(items), tag);
  }

  public ReplySpec withTag(String name) {
    return new ReplySpec(own, input, Optional.of(name));
  }
}
