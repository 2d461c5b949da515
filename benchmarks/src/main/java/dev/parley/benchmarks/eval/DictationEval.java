package dev.parley.benchmarks.eval;

import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes down sentences, of which nothing is known before but their language. */
final class DictationEval {

  private static final Set<String> KINDS = Set.of("utterance", "foreign");

  private final Recogniser recogniser;
  private final EvalProgress progress;
  private final AtomicInteger done = new AtomicInteger();

  DictationEval(Recogniser recogniser, EvalProgress progress) {
    this.recogniser = recogniser;
    this.progress = progress;
  }

  /** Whether a recording is of this kind. */
  static boolean takes(Recording recording) {
    return KINDS.contains(recording.kind())
        && !recording.language().isEmpty()
        && !WordErrors.words(recording.transcript()).isEmpty();
  }

  DictationReport run(List<Spoken> all, HearingSettings settings) {
    List<DictationReport.Language> each =
        Workers.each(settings.jobs(), all, spoken -> one(spoken, all.size()));
    Map<String, DictationReport.Language> languages = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      languages.merge(
          all.get(i).recording().language(), each.get(i), DictationReport.Language::and);
    }
    return new DictationReport(recogniser.name(), languages);
  }

  private DictationReport.Language one(Spoken spoken, int of) {
    Task task = new Task.Dictation(Optional.of(spoken.recording().language()));
    boolean can = recogniser.can(task);
    WordErrors errors = WordErrors.of(spoken.text(), can ? heard(spoken, task) : "");
    synchronized (progress) {
      progress.reached(EvalPart.DICTATION, done.incrementAndGet(), of);
    }
    return new DictationReport.Language(/* recordings= */ 1, can, errors);
  }

  private String heard(Spoken spoken, Task task) {
    try (Decoder decoder = recogniser.open(task, Beam.NORMAL)) {
      decoder.begin();
      decoder.feed(spoken.audio());
      return decoder.finish(/* most= */ 1).getFirst().text();
    }
  }
}
