package dev.parley.app.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a call, as {@code call.json} has it. All times are milliseconds of the call: its
 * audio time line, on which caller and agent run side by side.
 *
 * @param clock {@code real}, or {@code virtual}: then latencies are algorithmic delay, without
 *     computing
 * @param lastedMs from the first sample to the hang-up
 * @param plan the rooms that the audio passed, a line each
 * @param drops frames thrown away, by edge
 */
public record CallReport(
    String clock,
    Input input,
    String model,
    @JsonProperty("lasted_ms") double lastedMs,
    List<String> plan,
    List<Turn> turns,
    List<Said> announcements,
    List<Interruption> interruptions,
    Latency latency,
    Map<String, Long> drops) {

  /** Where the caller's voice came from. */
  public record Input(String file, double seconds, int rate) {}

  /**
   * A turn of the caller's and what was answered.
   *
   * @param reply what the caller heard first; if they heard nothing, the last that was tried
   * @param furtherReplies what was said after that, such as a tool's result after "one moment"
   */
  public record Turn(
      int n,
      Speech speech,
      String transcript,
      @JsonProperty("tool_calls") List<ToolCall> toolCalls,
      @Nullable Reply reply,
      @JsonProperty("further_replies") List<Reply> furtherReplies) {}

  /**
   * The caller's speech.
   *
   * @param startMs where it began, in hindsight
   * @param endMs where it ended, in hindsight
   * @param detectedStartMs when that was known
   * @param detectedEndMs when that was known
   * @param endedMs when the turn was held to be finished
   */
  public record Speech(
      @JsonProperty("start_ms") double startMs,
      @JsonProperty("end_ms") double endMs,
      @JsonProperty("detected_start_ms") double detectedStartMs,
      @JsonProperty("detected_end_ms") double detectedEndMs,
      @JsonProperty("ended_ms") double endedMs) {}

  /**
   * A tool that the model called.
   *
   * @param arguments JSON, as the model wrote it
   * @param output null if it has not answered
   * @param calledMs when it was called
   * @param tookMs until it answered; null if it has not
   */
  public record ToolCall(
      String name,
      String arguments,
      @Nullable String output,
      @JsonProperty("called_ms") double calledMs,
      @JsonProperty("took_ms") @Nullable Double tookMs) {}

  /**
   * What the agent said.
   *
   * @param text its words, as far as the caller heard them
   * @param firstAudioMs null if it was cut before it was heard
   * @param endMs when its last sample had been played
   * @param samplesHeard at the playout's rate, {@code rate}
   * @param stages where the time went between the end of speech and the first audio; of the reply
   *     that the caller waited for
   */
  public record Reply(
      String epoch,
      String text,
      @JsonProperty("first_audio_ms") @Nullable Double firstAudioMs,
      @JsonProperty("end_ms") @Nullable Double endMs,
      @JsonProperty("samples_heard") long samplesHeard,
      int rate,
      boolean interrupted,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Stages stages) {}

  /**
   * A reply's latency, split.
   *
   * @param vadMs from the end of speech until silence was noticed
   * @param endpointingMs until the turn was held to be finished
   * @param engineMs until the model was asked
   * @param toolsMs in tools, and in asking the model again with their results; none if the model
   *     spoke before that
   * @param modelMs until the first sample left the playout
   */
  public record Stages(
      @JsonProperty("vad_ms") double vadMs,
      @JsonProperty("endpointing_ms") double endpointingMs,
      @JsonProperty("engine_ms") double engineMs,
      @JsonProperty("tools_ms") double toolsMs,
      @JsonProperty("model_ms") double modelMs) {}

  /** Something that the system said of its own accord. */
  public record Said(Reply reply) {}

  /**
   * A reply that was cut.
   *
   * @param epoch which
   * @param onsetMs where the caller began to speak, in hindsight
   * @param onsetDetectedMs when that was known
   * @param cutMs when the playout had cut it
   * @param staleFrames frames of it that left the playout afterwards
   */
  public record Interruption(
      String epoch,
      @JsonProperty("onset_ms") double onsetMs,
      @JsonProperty("onset_detected_ms") double onsetDetectedMs,
      @JsonProperty("cut_ms") double cutMs,
      @JsonProperty("stale_frames") long staleFrames,
      @JsonProperty("samples_heard") long samplesHeard) {}

  /**
   * How long the caller waited.
   *
   * @param replyMs from the end of speech to the first audio of the reply
   * @param interruptionMs from the caller's onset to the cut
   */
  public record Latency(
      @JsonProperty("reply_ms") @Nullable Percentiles replyMs,
      @JsonProperty("interruption_ms") @Nullable Percentiles interruptionMs) {}
}
