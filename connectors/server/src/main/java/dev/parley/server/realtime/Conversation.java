package dev.parley.server.realtime;

import dev.parley.engine.conversation.Place;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.server.limit.SessionLimits;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.session.SessionConfig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client and its server both know of a conversation: the session's settings, the items with
 * their audio, the audio that is in no item yet, and the responses that run. Lives at the door, on
 * the connection's thread, and is shared by the three who write in it: {@link ClientDesk}, {@link
 * CallerTurns} and {@link ReplyDesk}.
 */
final class Conversation {

  /** How much of the items' audio is kept for clients that ask for it, in bytes. */
  static final long AUDIO_KEPT = 8L << 20;

  private final Line line;
  private final Ids ids;
  private final SessionLimits limits;
  private final boolean transcribes;
  private final String id;
  private final ItemList items = new ItemList();
  private final AudioStore audio = new AudioStore(AUDIO_KEPT);
  private final InputBuffer input;
  private final ContextWindow window;
  private final Responses responses = new Responses();
  private final Map<String, Origin> origins = new HashMap<>();
  private final Set<String> silenced = new HashSet<>();
  private SessionConfig config;
  private TokenCount.Tokens readBefore = TokenCount.Tokens.NONE;
  private boolean assistantSpoke;

  /**
   * @param transcribes whether the model gives the caller's words in writing
   */
  Conversation(
      Line line, Ids ids, SessionLimits limits, boolean transcribes, SessionConfig config) {
    this.line = line;
    this.ids = ids;
    this.limits = limits;
    this.transcribes = transcribes;
    this.config = config;
    this.id = ids.conversation();
    this.window = new ContextWindow(limits.conversation().contextTokens());
    long most = limits.input().length().toSeconds() * AudioCodec.RATE;
    this.input = new InputBuffer(Math.min(most, limits.input().bytes() / 2));
  }

  String id() {
    return id;
  }

  Line line() {
    return line;
  }

  Ids ids() {
    return ids;
  }

  SessionLimits limits() {
    return limits;
  }

  boolean transcribes() {
    return transcribes;
  }

  SessionConfig config() {
    return config;
  }

  void configure(SessionConfig next) {
    config = next;
  }

  ItemList items() {
    return items;
  }

  AudioStore audio() {
    return audio;
  }

  InputBuffer input() {
    return input;
  }

  Responses responses() {
    return responses;
  }

  /** From now on the voice is fixed. */
  void assistantSpeaks() {
    assistantSpoke = true;
  }

  boolean assistantSpoke() {
    return assistantSpoke;
  }

  void send(ServerEvent event) {
    line.send(event);
  }

  /** Answers a client's mistake; the session lives. */
  void complain(WireError error, Optional<String> clientEventId) {
    line.record(new CallEvent.Complained(error.code().orElse("none")));
    line.send(
        new ServerEvent.Failed(
            error.clientEventId().isPresent() ? error : error.withClientEventId(clientEventId)));
  }

  /** An item joins the conversation; its client is told. */
  Optional<String> add(WireItem item, Place place) {
    if (items.size() >= limits.conversation().items()) {
      items.first().ifPresent(this::dropSilently); // turns and replies do not ask for room
    }
    Optional<String> previous = items.add(item, place);
    send(new ServerEvent.ItemAdded(item, previous));
    return previous;
  }

  /** An item is as it will be. */
  void done(WireItem item) {
    if (items.has(item.id())) {
      WireItem kept = silenced.contains(item.id()) ? wordless(item) : item;
      items.change(item.id(), old -> kept);
      send(new ServerEvent.ItemDone(kept, items.previous(item.id())));
      trim();
    }
  }

  /** What an item of the assistant says is forgotten, now and when it is said to its end. */
  void silence(String itemId) {
    silenced.add(itemId);
    items.change(itemId, Conversation::wordless);
  }

  /** Whether more of an item's audio is kept: it is in the conversation, and was not cut short. */
  boolean grows(String itemId) {
    return items.has(itemId) && !silenced.contains(itemId);
  }

  private static WireItem wordless(WireItem item) {
    return item.withBody(
        new ItemBody.Message(
            Role.ASSISTANT, List.of(new Content.OutputAudio("", Optional.empty()))));
  }

  /** Notes how an item came into the model's memory, if not from its client. */
  void came(String itemId, Origin origin) {
    origins.put(itemId, origin);
  }

  /** How an item came into the model's memory. */
  Origin originOf(String itemId) {
    Origin noted = origins.get(itemId);
    return noted == null ? new Origin.Given(itemId) : noted;
  }

  /**
   * How much audio an item's content has, in the time in which it was spoken or made; the client
   * may have it faster or slower.
   */
  long samplesMade(String itemId, int content) {
    long samples = audio.samples(itemId, content);
    return originOf(itemId) instanceof Origin.Made made
        ? Math.round(samples * made.speed())
        : samples;
  }

  /** The oldest item gives way; as with a truncation, nobody is told. */
  private void dropSilently(String itemId) {
    forgetInModel(itemId);
    remove(itemId);
  }

  /** How much the pictures of the conversation take, in characters. */
  long pictures() {
    return items.all().stream().mapToLong(item -> Items.pictures(item.body())).sum();
  }

  void remove(String itemId) {
    items.remove(itemId);
    audio.remove(itemId);
    origins.remove(itemId);
    silenced.remove(itemId);
    window.forget(itemId);
  }

  /** What the model reads for a response of the conversation. */
  TokenCount.Tokens reading(String instructions) {
    return TokenCount.of(window.within(items.all()), this::samplesMade)
        .plus(new TokenCount.Tokens(TokenCount.ofText(instructions.length()), 0, 0));
  }

  /** Whether the model cannot read that much, and nothing may be left out. */
  boolean isTooLong(TokenCount.Tokens reading) {
    return window.isExceededBy(reading, config.generation().truncation());
  }

  /** The model forgets the oldest items, if the conversation has outgrown it. */
  private void trim() {
    long fixed = TokenCount.ofText(config.instructions().length());
    for (WireItem item :
        window.trim(items.all(), fixed, config.generation().truncation(), this::samplesMade)) {
      forgetInModel(item.id());
    }
  }

  /** The model forgets an item. */
  void forgetInModel(String itemId) {
    line.tell(new SessionCommand.Forget(originOf(itemId).id()));
  }

  /** A place of the conversation among what the model still remembers of it. */
  Place inModel(Place place) {
    if (!(place instanceof Place.After(String before))) {
      return place;
    }
    Optional<String> last = Optional.of(before);
    while (last.isPresent() && window.leavesOut(last.get())) {
      last = items.previous(last.get());
    }
    return last.<Place>map(id -> new Place.After(originOf(id).id())).orElseGet(Place.First::new);
  }

  /** What it had read for the response before, and from now on has read. */
  TokenCount.Tokens readBefore(TokenCount.Tokens now) {
    TokenCount.Tokens before = readBefore;
    readBefore = now;
    return before;
  }
}
