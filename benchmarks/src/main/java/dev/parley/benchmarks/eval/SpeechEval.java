package dev.parley.benchmarks.eval;

import dev.parley.files.AudioFileException;
import dev.parley.speech.Recognisers;
import dev.parley.speech.asr.Recogniser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Understands what is said in a folder's recordings: codes and dictation. */
final class SpeechEval {

  private final Folder folder;
  private final HearingSettings settings;
  private final Recognisers recognisers;
  private final EvalProgress progress;

  SpeechEval(
      Folder folder, HearingSettings settings, Recognisers recognisers, EvalProgress progress) {
    this.folder = folder;
    this.settings = settings;
    this.recognisers = recognisers;
    this.progress = progress;
  }

  /**
   * @param problems gets a sentence for each recording that cannot be scored
   * @return empty if the folder has no such recording
   */
  Optional<CodesReport> codes(List<String> problems) {
    if (folder.recordings().stream().noneMatch(CodesEval::takes)) {
      return Optional.empty();
    }
    return Optional.of(
        new SpeechEars(settings, recognisers)
            .with(
                (first, second) ->
                    new CodesEval(first, second, Census.tools(), progress)
                        .run(
                            spoken(CodesEval::takes, first.rate(), problems), settings, problems)));
  }

  /** Empty if the folder has no such recording. */
  Optional<DictationReport> dictation(List<String> problems) {
    if (folder.recordings().stream().noneMatch(DictationEval::takes)) {
      return Optional.empty();
    }
    try (Recogniser recogniser =
        recognisers.make(settings.recogniser().orElseGet(recognisers::best))) {
      return Optional.of(
          new DictationEval(recogniser, progress)
              .run(spoken(DictationEval::takes, recogniser.rate(), problems), settings));
    }
  }

  private List<Spoken> spoken(Predicate<Recording> wanted, int rate, List<String> problems) {
    List<Spoken> all = new ArrayList<>();
    for (Recording recording : folder.recordings()) {
      if (wanted.test(recording)) {
        try {
          Clip clip = Clip.channelsOf(folder.file(recording)).getFirst().at(rate);
          all.add(new Spoken(recording, clip.samples(), rate));
        } catch (AudioFileException e) {
          problems.add(recording.id() + " is not scored: " + e.getMessage());
        }
      }
    }
    return all;
  }
}
