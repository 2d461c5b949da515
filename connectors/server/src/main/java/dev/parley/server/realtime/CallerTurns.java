package dev.parley.server.realtime;

import dev.parley.engine.conversation.Place;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.TranscriptionUsage;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.session.TurnDetection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller's turns: from the first sound of one to the item that it becomes, and to the words
 * that were understood of it. One owner.
 */
final class CallerTurns {

  /** How much later than it began a detector may tell of speech. */
  private static final long LATENESS = AudioCodec.RATE * 2L / 5;

  private static final int CONTENT = 0;

  private final Conversation conversation;
  private final Deque<Unwritten> unwritten = new ArrayDeque<>();
  private @Nullable String next;
  private boolean speaking;
  private boolean speaksOn;
  private long settled;

  /** An item whose words are still to come. */
  private record Unwritten(String itemId, Position until) {}

  CallerTurns(Conversation conversation) {
    this.conversation = conversation;
    listen();
  }

  /** The session's turn detection may have changed. */
  void listen() {
    Optional<TurnDetection> how = conversation.config().input().turnDetection();
    if (conversation.config().input().transcription().isEmpty()) {
      unwritten.clear();
    }
    if (how.isEmpty()) {
      speaking = false;
      speaksOn = false;
      conversation.input().keepAll();
    } else if (!speaking && !speaksOn) {
      conversation.input().keepLast(padding(how.get()) + LATENESS);
    }
  }

  boolean isSpeaking() {
    return speaking;
  }

  /** What was written before this sample is in an item, or was thrown away. */
  long settled() {
    return settled;
  }

  /** A detector heard speech begin; further beginnings belong to the same turn. */
  void speechStarted(Signal.SpeechStarted fact) {
    Optional<TurnDetection> how = conversation.config().input().turnDetection();
    if (!speaking && how.isPresent()) {
      begin(fact.at().at(AudioCodec.RATE).minus(padding(how.get())));
    }
  }

  private void begin(Position at) {
    speaking = true;
    speaksOn = false;
    long start = Math.max(conversation.input().begin(), at.sample());
    conversation.input().keepAll();
    conversation.input().beginAt(start);
    conversation.send(new ServerEvent.SpeechStarted(itemId(), millis(start)));
  }

  /** A detector heard the turn end: it becomes an item. */
  void turnEnded(Signal.TurnEnded fact) {
    if (speaksOn) {
      begin(fact.speechStart().at(AudioCodec.RATE)); // whoever never stops begins again unheard
    }
    if (!speaking) {
      return; // the client has committed it by hand, or listens itself
    }
    Position end = fact.at().at(AudioCodec.RATE);
    speaksOn = fact.speechEnd().equals(fact.at());
    conversation.send(new ServerEvent.SpeechStopped(itemId(), millis(end.sample())));
    commit(end);
  }

  /** What was said up to here becomes an item. */
  void commit(Position until) {
    String id = itemId();
    next = null;
    speaking = false;
    settled = until.sample();
    Optional<String> previous = conversation.items().last();
    for (Samples piece : conversation.input().take(until)) {
      conversation.audio().append(id, CONTENT, conversation.config().input().format(), piece);
    }
    listen();
    conversation.send(new ServerEvent.AudioCommitted(id, previous));
    WireItem item = spoken(id, Optional.empty());
    conversation.came(id, new Origin.Turn(until));
    conversation.add(item, new Place.Last());
    conversation.done(item);
    if (conversation.config().input().transcription().isPresent()) {
      transcribe(id, until);
    }
  }

  /**
   * Nobody has said anything for long: the silence itself becomes an item.
   *
   * @param since its first sample; the item has of it what is still kept
   */
  void timedOut(long since) {
    Position end = conversation.input().end();
    conversation.send(
        new ServerEvent.TimeoutTriggered(itemId(), millis(since), millis(end.sample())));
    conversation.input().beginAt(since);
    commit(end);
  }

  /** The client throws away what waits. */
  void clear() {
    conversation.input().clear();
    settled = conversation.input().end().sample();
    next = null;
    speaking = false;
    speaksOn = false;
    listen();
    conversation.send(new ServerEvent.AudioCleared());
  }

  /** More of the caller's words were understood. */
  void words(Signal.Words words) {
    if (conversation.config().input().transcription().isEmpty()) {
      return;
    }
    if (!words.complete()) {
      String id = unwritten.isEmpty() ? itemId() : unwritten.element().itemId;
      conversation.send(new ServerEvent.TranscriptionDelta(id, CONTENT, words.text()));
      return;
    }
    Position at = words.at().at(AudioCodec.RATE);
    while (!unwritten.isEmpty() && unwritten.element().until.compareTo(at) < 0) {
      written(unwritten.remove().itemId, ""); // no words were understood of it
    }
    if (!unwritten.isEmpty()) { // or it is of a turn that the client has thrown away
      written(unwritten.remove().itemId, words.text());
    }
  }

  private void written(String id, String transcript) {
    conversation.items().change(id, item -> spoken(id, Optional.of(transcript)));
    double seconds = (double) conversation.audio().samples(id, CONTENT) / AudioCodec.RATE;
    conversation.send(
        new ServerEvent.TranscriptionCompleted(
            id, CONTENT, transcript, new TranscriptionUsage.Duration(seconds)));
  }

  private void transcribe(String id, Position until) {
    if (conversation.transcribes()) {
      unwritten.add(new Unwritten(id, until));
    } else {
      conversation.send(
          new ServerEvent.TranscriptionFailed(
              id,
              CONTENT,
              new WireError(
                  WireError.SERVER,
                  Optional.of("transcription_unavailable"),
                  "The model of this session does not write down what it hears.",
                  Optional.empty(),
                  Optional.empty())));
    }
  }

  /** The id of the item that the coming turn will be. */
  private String itemId() {
    if (next == null) {
      next = conversation.ids().item();
    }
    return next;
  }

  private static WireItem spoken(String id, Optional<String> transcript) {
    return new WireItem(
        id,
        ItemStatus.COMPLETED,
        new ItemBody.Message(
            Role.USER, List.of(new Content.InputAudio(Optional.empty(), transcript))));
  }

  private static long padding(TurnDetection how) {
    return Position.samples(TurnTaking.prefixPadding(how), AudioCodec.RATE);
  }

  static long millis(long samples) {
    return samples * 1_000 / AudioCodec.RATE;
  }
}
