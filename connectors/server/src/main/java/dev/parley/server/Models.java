package dev.parley.server;

import dev.parley.engine.model.Backend;
import dev.parley.wire.session.Effort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models that a server offers, by the names that clients ask for. Immutable; safe for any
 * thread.
 *
 * <p>Official clients come with names of OpenAI's. Where there is one model for all other names,
 * they need not change theirs.
 */
public final class Models {

  private final Map<String, Backend> named;
  private final Optional<Backend> others;

  private Models(Map<String, Backend> named, Optional<Backend> others) {
    this.named = named;
    this.others = others;
  }

  /** One model, whatever name a client asks for. */
  public static Models always(Backend model) {
    return new Models(Map.of(), Optional.of(model));
  }

  /** None, until one is added. */
  public static Models none() {
    return new Models(Map.of(), Optional.empty());
  }

  /** The same and one more, for clients that ask for it by this name. */
  public Models with(String name, Backend model) {
    Map<String, Backend> more = new LinkedHashMap<>(named);
    more.put(name, model);
    return new Models(more, others);
  }

  /** The same, and this one for all names that are not listed. */
  public Models withOthers(Backend model) {
    return new Models(named, Optional.of(model));
  }

  /** Who answers to this name. */
  public Optional<Backend> find(String name) {
    return Optional.ofNullable(named.get(name)).or(() -> others);
  }

  /** How hard the model of this name thinks in sessions that do not say it. */
  public Effort effort(String name) {
    return find(name).map(Backend::effort).map(Models::effort).orElse(Effort.LOW);
  }

  private static Effort effort(dev.parley.engine.conversation.Effort effort) {
    return switch (effort) {
      case MINIMAL -> Effort.MINIMAL;
      case LOW -> Effort.LOW;
      case MEDIUM -> Effort.MEDIUM;
      case HIGH -> Effort.HIGH;
      case XHIGH -> Effort.XHIGH;
    };
  }

  /** Loads what the first sessions would have to wait for. Blocks, maybe for seconds. */
  public void prepare() {
    Stream.concat(named.values().stream(), others.stream()).distinct().forEach(Backend::prepare);
  }

  /** What there is to ask for: the listed names, and the name of the model for all others. */
  public List<String> names() {
    LinkedHashMap<String, Backend> all = new LinkedHashMap<>(named);
    others.ifPresent(model -> all.putIfAbsent(model.name(), model));
    return List.copyOf(all.sequencedKeySet());
  }
}
