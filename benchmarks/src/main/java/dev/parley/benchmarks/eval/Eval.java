package dev.parley.benchmarks.eval;

import dev.parley.engine.dsp.Refused;
import dev.parley.files.AudioFileException;
import dev.parley.speech.Recognisers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates on the recordings of a folder: {@code parley eval FOLDER}.
 *
 * <pre>{@code
 * EvalResult result = Eval.run(EvalSettings.of(folder, Silero.defaults()), EvalProgress.SILENT);
 * result.print(System.out);
 * result.writeJson(file);
 * }</pre>
 *
 * The folder has a {@code manifest.jsonl}, one JSON object a line: {@code id}, {@code file}, {@code
 * kind}, and {@code speech}, a list of {@code [start, end]} in seconds, or {@code
 * speech_by_channel}; {@code speaker}, {@code label}, {@code seconds}, {@code snr_db} {@code
 * turns}, {@code transcript} and {@code language} where they apply. What cannot be scored is told
 * in {@link EvalResult#problems}; the rest is.
 */
public final class Eval {

  /** The replies in the calls are the folder's own recordings. */
  private static final String VOICE = "recordings";

  private Eval() {}

  /**
   * Evaluates; takes a minute for an hour of recordings. The folder is not looked at if no part
   * scores recordings.
   *
   * @param progress is told how far it is
   * @throws IllegalArgumentException in one sentence, if the folder has no manifest, or nothing
   *     that can be scored
   */
  public static EvalResult run(EvalSettings settings, EvalProgress progress) {
    if (Collections.disjoint(settings.parts(), EvalPart.OF_RECORDINGS)) {
      return new EvalResult(
          settings.detectors().name(),
          VOICE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          readback(settings, progress),
          List.of());
    }
    Folder listed = Folder.read(settings.folder());
    List<String> problems = new ArrayList<>(listed.problems());
    List<Recording> readable = new ArrayList<>();
    VadEval vad = new VadEval(settings.detectors());
    boolean wanted = settings.parts().contains(EvalPart.VAD);
    for (Recording recording : listed.recordings()) {
      try {
        List<Clip> channels = Clip.channelsOf(listed.file(recording));
        recording.checkLabelsFit(channels);
        if (wanted) {
          vad.add(recording, channels);
        }
        readable.add(recording);
      } catch (AudioFileException | Refused | IllegalArgumentException e) {
        problems.add(recording.id() + " is not scored: " + e.getMessage());
      }
      if (wanted) {
        progress.reached(
            EvalPart.VAD, readable.size() + problems.size(), listed.recordings().size());
      }
    }
    if (readable.isEmpty()) {
      throw new IllegalArgumentException(
          settings.folder()
              + " has no recording that can be scored"
              + problems.stream().findFirst().map(first -> ": " + first).orElse(""));
    }
    Folder folder = new Folder(listed.path(), readable, problems);
    SpeechEval speech =
        new SpeechEval(folder, settings.hearing(), Recognisers.standard(), progress);
    return new EvalResult(
        settings.detectors().name(),
        VOICE,
        wanted ? Optional.of(vad.report()) : Optional.empty(),
        calls(EvalPart.CALLS, TrialRun::of, settings, folder, progress),
        calls(EvalPart.PHONE, PhoneRun::of, settings, folder, progress),
        settings.parts().contains(EvalPart.CODES) ? speech.codes(problems) : Optional.empty(),
        settings.parts().contains(EvalPart.DICTATION)
            ? speech.dictation(problems)
            : Optional.empty(),
        readback(settings, progress),
        problems);
  }

  private static Optional<ReadbackReport> readback(EvalSettings settings, EvalProgress progress) {
    return settings.parts().contains(EvalPart.READBACK)
        ? Optional.of(
            new SpeechEars(settings.hearing(), Recognisers.standard())
                .with(
                    (first, second) ->
                        new ReadbackEval(first, second, Mouths.all(), progress)
                            .run(
                                SpokenCodes.some(settings.codes(), settings.seed()),
                                settings.hearing())))
        : Optional.empty();
  }

  private static Optional<CallReport> calls(
      EvalPart part,
      CallEval.Line line,
      EvalSettings settings,
      Folder folder,
      EvalProgress progress) {
    return settings.parts().contains(part)
        ? Optional.of(
            new CallEval(part, line, folder, settings.detectors(), progress)
                .run(settings.trials(), settings.seed()))
        : Optional.empty();
  }
}
