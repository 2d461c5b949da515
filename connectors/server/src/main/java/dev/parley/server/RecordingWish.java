package dev.parley.server;

import dev.parley.sockets.UpgradeRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request says about being recorded: in headers or, because browsers cannot set any, in the
 * query.
 *
 * @param subject who the caller is
 * @param answer yes only if it says nothing else anywhere
 */
record RecordingWish(Optional<String> subject, ServerRecorders.Answer answer) {

  /** OpenAI's own header for who the caller is. */
  static final String SUBJECT_HEADER = "openai-safety-identifier";

  static final String RECORD_HEADER = "parley-record";

  static RecordingWish of(UpgradeRequest request) {
    List<String> said = all(request, RECORD_HEADER, "record").toList();
    return new RecordingWish(
        all(request, SUBJECT_HEADER, "subject").filter(name -> !name.isBlank()).findFirst(),
        answer(said));
  }

  private static ServerRecorders.Answer answer(List<String> said) {
    if (said.isEmpty()) {
      return ServerRecorders.Answer.NONE;
    }
    return said.stream().allMatch("yes"::equalsIgnoreCase)
        ? ServerRecorders.Answer.YES
        : ServerRecorders.Answer.NO;
  }

  private static Stream<String> all(UpgradeRequest request, String header, String parameter) {
    return Stream.concat(
            request.headers().getOrDefault(header, List.of()).stream(),
            request.query().getOrDefault(parameter, List.of()).stream())
        .map(String::strip);
  }

  /** Keeps the subject out of logs. */
  @Override
  public String toString() {
    return "RecordingWish[" + answer + "]";
  }
}
