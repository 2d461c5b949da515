package dev.parley.recorder.file;

import dev.parley.engine.frame.Spoken;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Fields;
import dev.parley.recorder.format.Json;
import dev.parley.recorder.format.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One recording on its way to the disk: files in a folder of its own, and one zip of them in the
 * end. The files can be read at any time, and are up to date within about a second. Blocks; for one
 * thread at a time.
 */
public final class Writing {

  private static final long SYNC_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path folder;
  private final Path target;
  private final About about;
  private final Texts texts;
  private final Room room;
  private final Lines lines;
  private final Captions captions = new Captions();
  private final FileChannel lock;
  private final FileChannel events;
  private final Tracks tracks;
  private long size;
  private long syncedAt;
  private long now;

  /** Behind the last line that reached the disk as a whole. */
  private long whole;

  private Writing(
      Path folder,
      Path target,
      About about,
      Texts texts,
      Room room,
      FileChannel lock,
      FileChannel events,
      Tracks tracks) {
    this.folder = folder;
    this.target = target;
    this.about = about;
    this.texts = texts;
    this.room = room;
    this.lines = new Lines(texts);
    this.lock = lock;
    this.events = events;
    this.tracks = tracks;
  }

  /**
   * Begins.
   *
   * @param folder must not be there yet
   * @param target the zip to be
   */
  public static Writing begin(Path folder, Path target, About about, Texts texts, Room room)
      throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    room.grown(parent == null ? folder : parent, 0, 0);
    Private.folder(folder);
    FileChannel lock = Private.file(folder.resolve(Layout.LOCK));
    try {
      lock.lock();
      Private.write(folder.resolve(Layout.SESSION), utf8(Json.write(about.write(texts)) + "\n"));
      FileChannel events = Private.file(folder.resolve(Layout.EVENTS));
      try {
        Tracks tracks = Tracks.create(folder, about);
        return new Writing(folder, target, about, texts, room, lock, events, tracks);
      } catch (IOException | RuntimeException e) {
        events.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      Private.delete(folder);
      throw e;
    }
  }

  /**
   * Writes down what happened.
   *
   * @throws IOException if the disk refuses it: then {@link #close} it, and that is all
   */
  public void write(List<Entry> entries) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      now = Math.max(now, entry.nanos());
      boolean spoken = entry.what() instanceof Happening.FromModel(Spoken audio);
      long offset = tracks.modelSamples();
      tracks.add(entry);
      if (entry.what() instanceof Happening.Decided(var event)) {
        captions.add(event, tracks.heardMillis(entry.nanos()));
      }
      for (Fields line : lines.of(entry)) {
        text.append(Json.write(spoken ? line.put("from", offset) : line)).append('\n');
      }
    }
    Private.writeAll(events, ByteBuffer.wrap(utf8(text.toString())));
    whole = events.position();
    if (now - syncedAt >= SYNC_EVERY_NANOS) {
      syncedAt = now;
      tracks.sync();
    }
    long before = size;
    size = Private.size(folder);
    room.grown(folder, before, size);
  }

  /**
   * Ends, and packs what there is; what cannot be packed now stays in its folder.
   *
   * @param failure why it ends before its time, if it does
   */
  public void close(Optional<String> failure) throws IOException {
    try {
      if (failure.isPresent()) {
        lastWords(failure.get());
        tracks.abandon();
      } else {
        finish();
      }
    } finally {
      events.close();
      lock.close();
    }
    Packing.pack(folder, target);
    room.used().addAndGet(Files.size(target) - size);
  }

  /** Ends, and leaves nothing behind. */
  public void discard() throws IOException {
    tracks.abandon();
    events.close();
    lock.close();
    Private.delete(folder);
    room.used().addAndGet(-size);
  }

  private void finish() throws IOException {
    StringBuilder text = new StringBuilder();
    lines.rest(now).forEach(line -> text.append(Json.write(line)).append('\n'));
    Fields end = Lines.line(now, Lines.RECORDER, Lines.OUT, Fields.of("type", "recording.ended"));
    text.append(Json.write(end)).append('\n');
    Private.writeAll(events, ByteBuffer.wrap(utf8(text.toString())));
    Private.write(folder.resolve(Layout.CAPTIONS), utf8(captions.text(texts)));
    tracks.close();
  }

  /** Says that it failed, if there is room for that. */
  private void lastWords(String why) {
    Fields words = Fields.of("type", "recording.failed").put("why", why);
    Fields end = Lines.line(now, Lines.RECORDER, Lines.OUT, words);
    try {
      events.truncate(whole);
      Private.writeAll(events, ByteBuffer.wrap(utf8(Json.write(end) + "\n")));
    } catch (IOException full) {
      // the log has it, too
    }
  }

  /** Which recording. */
  public About about() {
    return about;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
