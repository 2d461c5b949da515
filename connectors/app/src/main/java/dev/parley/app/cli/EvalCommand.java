package dev.parley.app.cli;

import dev.parley.benchmarks.eval.Eval;
import dev.parley.benchmarks.eval.EvalPart;
import dev.parley.benchmarks.eval.EvalProgress;
import dev.parley.benchmarks.eval.EvalResult;
import dev.parley.benchmarks.eval.EvalSettings;
import dev.parley.benchmarks.eval.HearingSettings;
import dev.parley.engine.conversation.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley eval}. */
@Command(
    name = "eval",
    description =
        "Score the speech detector, the interruptions and the understanding on recordings.")
public final class EvalCommand implements Callable<Integer> {

  private static final int BAR = 40;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = ".",
      description =
          "Recordings with a manifest.jsonl; docs/eval.md tells its form. Default: this folder.")
  private Path folder = Path.of(".");

  @Option(
      names = {"--kinds", "--only"},
      paramLabel = "KIND",
      split = ",",
      description =
          "What to score: vad, calls, phone, codes, dictation (default: these), and readback.")
  private List<EvalPart> kinds = List.of();

  @Mixin private DetectorOption detector = new DetectorOption();

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "120",
      description = "How many barge-ins are made, and as many negatives (default: 120).")
  private int trials = 120;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the mixer and the codes: the same seed makes the same (default: 1).")
  private long seed = 1;

  @Option(
      names = "--codes",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many codes each synthetic voice spells for readback (default: 10).")
  private int codes = 10;

  @Option(
      names = "--recogniser",
      paramLabel = "NAME",
      description = "Who understands what is said (default: the best that works here).")
  private @Nullable String recogniser;

  @Option(
      names = "--efforts",
      paramLabel = "EFFORT",
      split = ",",
      description = "Steps to compare for codes and readback: minimal to xhigh (default: all).")
  private List<Effort> efforts = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many recordings are understood at once (default: 1).")
  private int jobs = 1;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    EvalSettings settings =
        EvalSettings.of(folder, detector.detectors())
            .withTrials(trials)
            .withSeed(seed)
            .withHearing(hearing())
            .withCodes(codes);
    if (!kinds.isEmpty()) {
      settings = settings.withParts(EnumSet.copyOf(kinds));
    }
    EvalResult result = Eval.run(settings, bar());
    result.print(System.out);
    if (json != null) {
      result.writeJson(json);
    }
    return 0;
  }

  private HearingSettings hearing() {
    HearingSettings hearing = HearingSettings.defaults().withJobs(jobs);
    if (recogniser != null) {
      hearing = hearing.withRecogniser(recogniser);
    }
    return efforts.isEmpty() ? hearing : hearing.withEfforts(EnumSet.copyOf(efforts));
  }

  /** A progress bar on standard error, where it is a terminal. */
  private static EvalProgress bar() {
    if (!Boolean.getBoolean("parley.terminal.error")) {
      return EvalProgress.SILENT;
    }
    return (part, done, of) -> {
      int full = BAR * done / Math.max(1, of);
      System.err.printf(
          "\r%-9s [%s%s] %d/%d ",
          part.name().toLowerCase(Locale.ROOT), "#".repeat(full), ".".repeat(BAR - full), done, of);
      if (done == of) {
        System.err.print("\r\u001b[K");
      }
      System.err.flush();
    };
  }
}
