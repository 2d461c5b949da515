package dev.parley.app.cli;

import dev.parley.benchmarks.eval.Eval;
import dev.parley.benchmarks.eval.EvalPart;
import dev.parley.benchmarks.eval.EvalProgress;
import dev.parley.benchmarks.eval.EvalResult;
import dev.parley.benchmarks.eval.EvalSettings;
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
    description = "Score the speech detector and the interruptions on a folder of recordings.")
public final class EvalCommand implements Callable<Integer> {

  private static final int BAR = 40;

  @Parameters(
      paramLabel = "FOLDER",
      description = "Recordings with a manifest.jsonl; docs/eval.md tells its form.")
  private Path folder = Path.of(".");

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      description = "What to score: vad, calls (default: all).")
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
      description = "Of the mixer: the same seed makes the same calls (default: 1).")
  private long seed = 1;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    EvalSettings settings =
        EvalSettings.of(folder, detector.detectors()).withTrials(trials).withSeed(seed);
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

  /** A progress bar on standard error, where it is a terminal. */
  private static EvalProgress bar() {
    if (!Boolean.getBoolean("parley.terminal.error")) {
      return EvalProgress.SILENT;
    }
    return (part, done, of) -> {
      int full = BAR * done / Math.max(1, of);
      System.err.printf(
          "\r%-6s [%s%s] %d/%d ",
          part.name().toLowerCase(Locale.ROOT), "#".repeat(full), ".".repeat(BAR - full), done, of);
      if (done == of) {
        System.err.print("\r\u001b[K");
      }
      System.err.flush();
    };
  }
}
