package dev.parley.speech;

import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import dev.parley.speech.voice.Breaths;
import dev.parley.speech.voice.Frames;
import dev.parley.speech.voice.LeadingSilence;
import dev.parley.speech.voice.LetterNames;
import dev.parley.speech.voice.Manner;
import dev.parley.speech.voice.Pauses;
import dev.parley.speech.voice.PieceTaker;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * American English, robotic and instant: FreeTTS with its voice kevin16, at 16 kHz.
 *
 * <p>Made without effort. The first text costs half a second and about 20 MB, each further one that
 * is spoken at the same time 5 MB, at most one for each processor; who comes then waits. The same
 * text always gives the same samples, without the silence that FreeTTS begins with. The first piece
 * comes as soon as the first sentence is analysed, long before it is spoken; a piece is 20 ms or
 * less.
 */
public final class FreeTtsVoice implements Voice {

  private static final String VOICE = "kevin16";
  private static final AudioFormat SPOKEN =
      new AudioFormat(16_000, 1, AudioFormat.Encoding.PCM16_BE);

  private static final int ONSET = 160; // 10 ms

  private static final float HERTZ = 100;
  private static final float RANGE_HERTZ = 11;

  private final Semaphore mouths;
  private final Queue<com.sun.speech.freetts.Voice> idle = new ConcurrentLinkedQueue<>();
  private final ReentrantLock making = new ReentrantLock();

  /** As many texts at once as there are processors. */
  public FreeTtsVoice() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param atOnce how many texts it speaks at once; 1 or more
   */
  public FreeTtsVoice(int atOnce) {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be 1 or more, got " + atOnce);
    }
    mouths = new Semaphore(atOnce, /* fair= */ true);
  }

  @Override
  public String name() {
    return "freetts";
  }

  @Override
  public int rate() {
    return SPOKEN.rate();
  }

  @Override
  public Set<String> languages() {
    return Set.of("en-US");
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    speak(text, Delivery.plain(), out);
  }

  @Override
  public void speak(String text, Delivery how, Predicate<Samples> out) {
    mouths.acquireUninterruptibly();
    try {
      com.sun.speech.freetts.Voice mouth = idle.poll();
      if (mouth == null) {
        mouth = make();
      }
      Manner manner = Manner.of(how);
      PieceTaker taker = new PieceTaker(SPOKEN, ear(manner, out));
      mouth.setAudioPlayer(taker);
      mouth.setPitch((float) (HERTZ * manner.pitch()));
      mouth.setPitchRange((float) (RANGE_HERTZ * manner.range()));
      mouth.setDurationStretch((float) (1 / manner.pace()));
      for (String breath : Breaths.of(LetterNames.apart(text))) {
        if (taker.wantsMore()) {
          taker.finish(mouth.speak(breath));
        }
      }
      idle.add(mouth); // one that threw is not used again: nobody knows what state it is in
    } finally {
      mouths.release();
    }
  }

  /** What its audio passes on the way to the listener. */
  private static Predicate<Samples> ear(Manner manner, Predicate<Samples> out) {
    Predicate<Samples> frames = new Frames(SPOKEN.rate(), out);
    return new LeadingSilence(
        manner.pauses() == 1
            ? frames
            : new Pauses(SPOKEN.rate(), manner.pace(), manner.pauses(), frames),
        ONSET);
  }

  /** One at a time: they share what is in the library's statics. */
  private com.sun.speech.freetts.Voice make() {
    making.lock();
    try {
      com.sun.speech.freetts.Voice made =
          Arrays.stream(new KevinVoiceDirectory().getVoices())
              .filter(v -> v.getName().equals(VOICE))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("FreeTTS has no voice " + VOICE));
      made.allocate();
      speakOnTheCallersThread(made);
      return made;
    } finally {
      making.unlock();
    }
  }

  /**
   * Otherwise a thread of the library's speaks, and a fault of the listener's hangs it for good.
   */
  private static void speakOnTheCallersThread(com.sun.speech.freetts.Voice mouth) {
    OutputQueue queue = mouth.getOutputQueue();
    mouth.setOutputQueue(null);
    queue.close();
  }
}
