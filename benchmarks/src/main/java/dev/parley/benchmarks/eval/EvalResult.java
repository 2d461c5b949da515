package dev.parley.benchmarks.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation found.
 *
 * @param detector who heard, by its name
 * @param voice who spoke the replies
 * @param vad how well the detector hears, if that was asked
 * @param calls how fast a barge-in cuts, if that was asked
 * @param phone the same on the telephone, where what counts is Twilio's {@code clear}
 * @param codes how well codes are understood, if that was asked
 * @param dictation how well sentences are taken down, if that was asked
 * @param readback how well codes are read back and corrected, if that was asked
 * @param problems what was left out and why, in one sentence each
 */
public record EvalResult(
    String detector,
    String voice,
    Optional<VadReport> vad,
    Optional<CallReport> calls,
    Optional<CallReport> phone,
    Optional<CodesReport> codes,
    Optional<DictationReport> dictation,
    Optional<ReadbackReport> readback,
    List<String> problems) {

  public EvalResult {
    problems = List.copyOf(problems);
  }

  /** Prints tables for people. */
  public void print(PrintStream out) {
    new EvalText(out).print(this);
  }

  /** The same for programs: one JSON object, indented. */
  public String toJson() {
    return EvalJson.of(this).toPrettyString();
  }

  /**
   * Writes the JSON object into a file.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeJson(Path file) throws IOException {
    Files.writeString(file, toJson() + "\n");
  }
}
