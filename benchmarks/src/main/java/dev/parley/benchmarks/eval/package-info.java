/**
 * Evaluation on real speech: {@code parley eval FOLDER}. How well a speech detector hears, and how
 * fast a barge-in cuts a reply, how well codes and sentences are understood, over any folder with a
 * manifest.
 *
 * <p>Reading order: {@link dev.parley.benchmarks.eval.Eval} with its {@link
 * dev.parley.benchmarks.eval.EvalSettings} and {@link dev.parley.benchmarks.eval.EvalResult}; the
 * recordings: {@link dev.parley.benchmarks.eval.Folder}, {@link
 * dev.parley.benchmarks.eval.Recording}, {@link dev.parley.benchmarks.eval.Clip}; speech: {@link
 * dev.parley.benchmarks.eval.VadEval}, {@link dev.parley.benchmarks.eval.VadPass}, {@link
 * dev.parley.benchmarks.eval.FrameCount}, {@link dev.parley.benchmarks.eval.DelayTally}; barge-ins:
 * {@link dev.parley.benchmarks.eval.CallEval}, {@link dev.parley.benchmarks.eval.Mixer}, {@link
 * dev.parley.benchmarks.eval.Trial}, {@link dev.parley.benchmarks.eval.TrialRun}, {@link
 * dev.parley.benchmarks.eval.PhoneRun} (by telephone); words: {@link
 * dev.parley.benchmarks.eval.SpeechEval}, {@link dev.parley.benchmarks.eval.CodesEval}, {@link
 * dev.parley.benchmarks.eval.Census}, {@link dev.parley.benchmarks.eval.Meant}, {@link
 * dev.parley.benchmarks.eval.DictationEval}, {@link dev.parley.benchmarks.eval.ReadbackEval} with
 * {@link dev.parley.benchmarks.eval.ReadbackCall} (synthetic callers).
 *
 * <p>May import: the JDK, Pekko, Jackson, the engine, the stages, {@code dev.parley.files}, {@code
 * dev.parley.scripted}, {@code dev.parley.twilio}, {@code dev.parley.speech}, {@code
 * dev.parley.schema.spoken}.
 */
@NullMarked
package dev.parley.benchmarks.eval;

import org.jspecify.annotations.NullMarked;
