package dev.parley.twilio.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Twilio asks what is to become of a call.
 *
 * @param agent what stands behind the webhook's path: {@code sales} in {@code /twilio/voice/sales};
 *     empty for none
 * @param fields all that Twilio tells about the call, by Twilio's names
 * @param query what the address that Twilio was given has in its query
 */
public record VoiceRequest(
    String agent, Map<String, List<String>> fields, Map<String, List<String>> query) {

  public VoiceRequest {
    fields = Map.copyOf(fields);
    query = Map.copyOf(query);
  }

  /** A request of which nothing is known. */
  public static VoiceRequest none() {
    return new VoiceRequest("", Map.of(), Map.of());
  }

  public String callSid() {
    return field("CallSid").orElse("");
  }

  /** The caller's number, if it is told. */
  public Optional<String> from() {
    return field("From");
  }

  /** The number that was called. */
  public Optional<String> to() {
    return field("To");
  }

  public Optional<String> field(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }

  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Keeps the numbers out of logs. */
  @Override
  public String toString() {
    return "VoiceRequest[%s, %d fields]".formatted(callSid(), fields.size());
  }
}
