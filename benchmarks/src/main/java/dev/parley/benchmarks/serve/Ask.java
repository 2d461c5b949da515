package dev.parley.benchmarks.serve;

/** What callers ask a Realtime server for, as frames that are ready to be sent. */
final class Ask {

  static final byte[] COMMIT = event("{\"type\":\"input_audio_buffer.commit\"}");
  static final byte[] CLEAR = event("{\"type\":\"input_audio_buffer.clear\"}");
  static final byte[] RESPONSE = event("{\"type\":\"response.create\"}");

  /** No turn detection: the client says when. */
  static final byte[] NO_TURNS = update("null");

  /** Turns are detected, and nothing follows from that. */
  static final byte[] WATCHED_TURNS = update(serverVad(/* answers= */ false));

  /** Turns are detected and answered, and replies interrupted. */
  static final byte[] ANSWERED_TURNS = update(serverVad(/* answers= */ true));

  private Ask() {}

  private static String serverVad(boolean answers) {
    return """
    {"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":500,\
    "create_response":%b,"interrupt_response":%b}\
    """
        .formatted(answers, answers);
  }

  private static byte[] update(String turnDetection) {
    return event(
        """
        {"type":"session.update","session":{"type":"realtime",\
        "audio":{"input":{"turn_detection":%s}}}}\
        """
            .formatted(turnDetection));
  }

  private static byte[] event(String json) {
    return ClientFrame.text(json);
  }
}
