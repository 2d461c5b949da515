package dev.parley.recorder.file;

import dev.parley.audio.tap.Recorder;
import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import dev.parley.recorder.format.About;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The audio of a recording: what came from the caller, what came from the model, and what was heard
 * of both. One owner.
 */
final class Tracks {

  /** As many as the call's own clock is set by. */
  private static final int FIRST_FRAMES = 50;

  private final WavFile caller;
  private final WavFile model;
  private final Recorder recorder;
  private final Tap.Observer heard;
  private final CallClock clock = new CallClock(this::now, 0);
  private long now;
  private int framesSeen;

  private Tracks(WavFile caller, WavFile model, Recorder recorder, About about) {
    this.caller = caller;
    this.model = model;
    this.recorder = recorder;
    this.heard = recorder.open(about.door().captures(), about.door().plays(), clock);
  }

  static Tracks create(Path folder, About about) throws IOException {
    int rate = about.door().captures().rate();
    for (String name : new String[] {Layout.CALLER, Layout.MODEL, Layout.HEARD}) {
      Private.file(folder.resolve(name)).close(); // by our permissions
    }
    WavFile caller = WavFile.create(folder.resolve(Layout.CALLER), rate, 1);
    WavFile model = WavFile.create(folder.resolve(Layout.MODEL), about.model().speaks().rate(), 1);
    return new Tracks(caller, model, Recorder.to(folder.resolve(Layout.HEARD), rate), about);
  }

  private long now() {
    return now;
  }

  /** Samples of the model's so far: where the next ones will lie. */
  long modelSamples() {
    return model.frames();
  }

  /** Where a time of the call lies in what was heard, in milliseconds; never negative. */
  long heardMillis(long nanos) {
    return Math.max(0, clock.audio(java.time.Duration.ofNanos(nanos)).toMillis());
  }

  void add(Entry entry) throws IOException {
    now = entry.nanos();
    switch (entry.what()) {
      case Happening.FromCaller(Captured audio) -> {
        require(caller, audio.rate());
        if (framesSeen < FIRST_FRAMES) {
          framesSeen++;
          clock.align(audio.end());
        }
        caller.put(0, audio.position().sample(), audio.samples());
        heard.inbound(audio);
      }
      case Happening.FromModel(Spoken audio) -> {
        require(model, audio.rate());
        model.append(audio.samples());
      }
      case Happening.ToCaller(var frame) -> heard.outbound(frame);
      default -> {}
    }
  }

  /** Brings the files up to date, so that they can be read as they are. */
  void sync() throws IOException {
    caller.sync();
    model.sync();
    requireHeard();
  }

  void close() throws IOException {
    heard.close();
    try (caller;
        model) {
      requireHeard();
    }
  }

  /** Closes the files with what still reaches the disk. */
  void abandon() {
    heard.close();
    for (WavFile file : new WavFile[] {caller, model}) {
      try {
        file.abandon();
      } catch (IOException expected) {
        // the disk is full, as was said before
      }
    }
  }

  private void requireHeard() throws IOException {
    if (recorder.failure().isPresent()) {
      throw recorder.failure().get();
    }
  }

  private static void require(WavFile file, int rate) throws IOException {
    if (rate != file.rate()) {
      throw new IOException(
          "audio at %d Hz does not fit into a track of %d Hz".formatted(rate, file.rate()));
    }
  }
}
