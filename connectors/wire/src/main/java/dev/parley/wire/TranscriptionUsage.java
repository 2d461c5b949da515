package dev.parley.wire;

/** What a transcription used. */
public sealed interface TranscriptionUsage {

  record Tokens(long inputTextTokens, long inputAudioTokens, long outputTokens)
      implements TranscriptionUsage {}

  record Duration(double seconds) implements TranscriptionUsage {}
}
