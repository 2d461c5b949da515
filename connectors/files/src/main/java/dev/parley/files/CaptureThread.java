package dev.parley.files;

import dev.parley.audio.codec.Pcm;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads a microphone on a thread of its own, frame by frame, until it is closed. */
final class CaptureThread implements AutoCloseable {

  private static final int FRAMES_A_SECOND = 50;

  private final Supplier<AudioDevice.Microphone> opening;
  private final int frameBytes;
  private final Consumer<? super Samples> heard;
  private final Consumer<? super RuntimeException> failed;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("parley-microphone").unstarted(this::run);
  private volatile boolean closed;

  /**
   * @param opening opens the microphone, on this thread: that may take a while
   * @param heard takes each frame of 20 ms, on this thread
   * @param failed told once if the microphone cannot be opened or breaks
   */
  CaptureThread(
      Supplier<AudioDevice.Microphone> opening,
      int rate,
      Consumer<? super Samples> heard,
      Consumer<? super RuntimeException> failed) {
    this.opening = opening;
    this.heard = heard;
    this.failed = failed;
    frameBytes = 2 * (rate / FRAMES_A_SECOND);
  }

  void start() {
    thread.start();
  }

  /** Ends the thread with its current frame, which is 20 ms away; does not wait for it. */
  @Override
  public void close() {
    closed = true;
  }

  private void run() {
    byte[] frame = new byte[frameBytes];
    try (AudioDevice.Microphone microphone = opening.get()) {
      while (!closed) {
        int count = microphone.read(frame);
        if (count < frame.length) {
          throw new AudioDeviceException(
              "the microphone was taken away: connect it and call again");
        }
        heard.accept(Pcm.decode(AudioFormat.Encoding.PCM16, Arrays.copyOf(frame, frame.length)));
      }
    } catch (RuntimeException e) {
      if (!closed) {
        failed.accept(e);
      }
    }
  }
}
