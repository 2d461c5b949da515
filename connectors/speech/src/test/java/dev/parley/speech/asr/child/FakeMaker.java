package dev.parley.speech.asr.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.Transcript.Word;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Makes recognisers that do in the middle of an utterance what their name says. */
public final class FakeMaker implements Function<String, Recogniser> {

  @Override
  public Recogniser apply(String name) {
    if (name.equals("broken")) {
      throw new RecogniserException("the fake is broken");
    }
    if (name.equals("stillborn")) {
      Runtime.getRuntime().halt(139);
    }
    return new Fake(name);
  }

  private record Fake(String name) implements Recogniser {
    @Override
    public int rate() {
      return 8000;
    }

    @Override
    public int capacity() {
      return 3;
    }

    @Override
    public boolean can(Task task) {
      return task instanceof Task.Dictation || name.startsWith("once:");
    }

    @Override
    public Decoder open(Task task, Beam beam) {
      if (!can(task)) {
        throw new IllegalArgumentException("the fake takes dictation only");
      }
      return new Counter(name);
    }

    @Override
    public void close() {}
  }

  /** Says how many samples it has heard. */
  private static final class Counter implements Decoder {
    private static final String ONCE = "once:";

    private final String name;
    private long heard;

    private Counter(String name) {
      this.name = name;
    }

    @Override
    public void begin() {
      heard = 0;
      if (name.equals("freezes")) {
        freeze();
      }
    }

    /** The whole process stands still, as one does whose native code holds a lock of the JVM's. */
    private static void freeze() {
      try {
        String self = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-STOP", self).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Dies, unless a child before it has died of the same. */
    private static void dieOnce(Path mark) {
      try {
        Files.createFile(mark);
        Runtime.getRuntime().halt(139);
      } catch (FileAlreadyExistsException e) {
        // the second child
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void feed(Samples audio) {
      if (name.equals("chokes") && audio.count() == 13) {
        throw new RecogniserException("the fake cannot swallow that");
      }
      heard += audio.count();
    }

    @Override
    public Transcript partial() {
      return said();
    }

    @Override
    public List<Transcript> finish(int most) {
      switch (name) {
        case "halts" -> Runtime.getRuntime().halt(139);
        case "hangs" -> hang();
        case "rubbish" -> rubbish();
        default -> {
          if (name.startsWith(ONCE)) {
            dieOnce(Path.of(name.substring(ONCE.length())));
          }
          return List.of(said());
        }
      }
      return List.of();
    }

    private Transcript said() {
      String said = name.startsWith(ONCE) ? "help" : "heard " + heard;
      return new Transcript(List.of(new Word(said, 0, heard, 0.5)), 0.25);
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void rubbish() {
      try {
        new FileOutputStream(FileDescriptor.out).write("WARNING: I print\n".getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      hang();
    }

    @Override
    public void close() {}
  }
}
