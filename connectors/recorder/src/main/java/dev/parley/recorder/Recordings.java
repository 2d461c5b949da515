package dev.parley.recorder;

import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.time.Offload;
import dev.parley.recorder.file.Disk;
import dev.parley.recorder.file.Outbox;
import dev.parley.recorder.file.Room;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Rooms;
import dev.parley.recorder.format.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of recordings, one zip a session, and those that are being made. Safe for any thread.
 *
 * <p>{@link #open} never waits for the disk. All else does: call it through {@code Offload}, or
 * before the program serves anybody.
 */
public final class Recordings {

  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  /**
   * What recordings need of the world.
   *
   * @param offload writes on its threads
   * @param clock tells when a recording was made, and so when it is too old
   * @param random makes names; safe for any thread
   * @param disk tells what is free
   * @param listener is told what becomes of recordings
   */
  public record World(
      Offload offload,
      InstantSource clock,
      RandomGenerator random,
      Disk disk,
      RecorderListener listener) {

    /** On the real disk, and nobody listens. */
    public static World of(Offload offload, InstantSource clock, RandomGenerator random) {
      return new World(offload, clock, random, Disk.real(), RecorderListener.none());
    }

    public World withListener(RecorderListener other) {
      return new World(offload, clock, random, disk, other);
    }

    public World withDisk(Disk other) {
      return new World(offload, clock, random, other, listener);
    }
  }

  /** A recording that is being made. */
  private record Running(
      Pen pen, Outbox outbox, Optional<String> subject, CompletionStage<?> end) {}

  private final RecorderSettings settings;
  private final World world;
  private final Shelf shelf;
  private final Room room;
  private final Texts texts;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  private Recordings(RecorderSettings settings, World world, Shelf shelf, long used) {
    this.settings = settings;
    this.world = world;
    this.shelf = shelf;
    this.room =
        new Room(
            world.disk(),
            new AtomicLong(used),
            settings.quota(),
            settings.mostEach(),
            settings.floor());
    this.texts = new Texts(settings.redaction().map(hook -> hook::redact));
  }

  /**
   * The recordings in the settings' folder, which is made if it is missing. What a program left
   * half-written is closed as it is, and what is too old is deleted.
   *
   * @throws IOException if the folder cannot be used
   */
  public static Recordings in(RecorderSettings settings, World world) throws IOException {
    Shelf shelf = Shelf.at(settings.folder());
    int closed = shelf.closeUnfinished();
    if (closed > 0) {
      LOG.atInfo().addKeyValue("recordings", closed).log("closed unfinished recordings");
    }
    Recordings recordings = new Recordings(settings, world, shelf, shelf.size());
    recordings.sweep();
    return recordings;
  }

  /**
   * The recording of a session that is about to begin. One that never does costs nothing: there is
   * a recording only from the moment that its call begins.
   *
   * @param consent without it nothing is recorded
   * @param rooms what will stand between the session's doors
   */
  public Recording open(Consent consent, Rooms rooms) {
    if (!consent.given()) {
      return Recording.off();
    }
    Instant made = world.clock().instant();
    String id = Ulid.of(made, world.random());
    Pen pen = new Pen(shelf.part(id), shelf.zip(id), texts, room);
    Outbox outbox = new Outbox(world.offload(), pen, settings.mostWaiting());
    Named named = new Named(id, made, consent.subject());
    CompletableFuture<Optional<Path>> kept = new CompletableFuture<>();
    outbox.over().thenAccept(failure -> kept.complete(over(named, pen, failure)));
    return recording(
        named,
        rooms,
        pen,
        outbox,
        kept,
        () -> running.put(id, new Running(pen, outbox, consent.subject(), kept)));
  }

  /**
   * A recording by itself, outside of any folder of recordings: what a replay writes.
   *
   * @param like says whose it is
   * @param folder must not be there yet, and is gone in the end
   * @param target the zip to be
   */
  public static Recording single(About like, Path folder, Path target, Offload offload) {
    Pen pen = new Pen(folder, target, Texts.plain(), Room.unlimited());
    Outbox outbox = new Outbox(offload, pen, Long.MAX_VALUE);
    CompletionStage<Optional<Path>> kept =
        outbox
            .over()
            .thenApply(
                failure -> {
                  if (failure.isPresent()) {
                    throw new UncheckedIOException(new IOException(failure.get()));
                  }
                  return Optional.of(target);
                });
    return recording(
        new Named(like.id(), like.made(), like.subject()),
        like.rooms(),
        pen,
        outbox,
        kept,
        () -> {});
  }

  /**
   * Deletes what is older than the retention.
   *
   * @return how many
   */
  public int sweep() throws IOException {
    Instant oldest = world.clock().instant().minus(settings.retention());
    return delete(id -> Ulid.made(id).isBefore(oldest), id -> Ulid.made(id).isBefore(oldest));
  }

  /** All recordings that are complete, the oldest first. */
  public List<Path> list() throws IOException {
    return shelf.ids().stream().map(shelf::zip).toList();
  }

  /** The complete recordings of one subject, the oldest first. */
  public List<Path> export(String subject) throws IOException {
    Optional<String> wanted = Optional.of(subject);
    return shelf.ids().stream()
        .filter(id -> shelf.subjectOf(id).equals(wanted))
        .map(shelf::zip)
        .toList();
  }

  /**
   * Deletes all recordings of one subject; those that are being made end, and leave nothing.
   *
   * @return how many
   */
  public int deleteSubject(String subject) throws IOException {
    Optional<String> wanted = Optional.of(subject);
    int stopped = 0;
    for (Running now : running.values()) {
      if (now.subject.equals(wanted)) {
        now.pen.forget();
        now.outbox.fail("the subject wants it deleted");
        stopped++;
      }
    }
    return stopped
        + delete(
            id -> shelf.subjectOf(id).equals(wanted), id -> shelf.subjectOfPart(id).equals(wanted));
  }

  /** Completed when all recordings that are being made now have ended. */
  public CompletionStage<Void> drained() {
    return CompletableFuture.allOf(
        running.values().stream()
            .map(now -> now.end.toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }

  private int delete(Predicate<String> complete, Predicate<String> unfinished) throws IOException {
    int deleted = 0;
    for (String id : shelf.ids()) {
      if (complete.test(id)) {
        room.used().addAndGet(-Shelf.delete(shelf.zip(id)));
        deleted++;
      }
    }
    for (String id : shelf.parts()) {
      if (!running.containsKey(id) && unfinished.test(id)) {
        room.used().addAndGet(-Shelf.delete(shelf.part(id)));
        deleted++;
      }
    }
    return deleted;
  }

  /** Whose a recording is. */
  private record Named(String id, Instant made, Optional<String> subject) {}

  private static Recording recording(
      Named named,
      Rooms rooms,
      Pen pen,
      Outbox outbox,
      CompletionStage<Optional<Path>> kept,
      Runnable begins) {
    return new LiveRecording(
        new Journal(outbox),
        (callId, door, model, session) -> {
          pen.begin(
              new About(named.id, callId, named.made, named.subject, door, model, rooms, session));
          begins.run();
        },
        kept);
  }

  private Optional<Path> over(Named named, Pen pen, Optional<String> failure) {
    running.remove(named.id);
    if (pen.isForgotten() || pen.callId().isEmpty()) {
      return Optional.empty();
    }
    String callId = pen.callId().get();
    Path file = shelf.zip(named.id);
    failure.ifPresent(
        why -> {
          LOG.atWarn()
              .addKeyValue("call", callId)
              .log("recording.failed: {}; the call goes on", why);
          world.listener().failed(callId, why);
        });
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    world.listener().kept(callId, file);
    return Optional.of(file);
  }
}
