package dev.parley.twilio;

import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.VoiceRequest;
import java.util.Map;
import java.util.TreeMap;

/**
 * A telephone call whose media stream has begun, and is the one that its webhook asked for.
 *
 * @param callSid Twilio's name for the call
 * @param streamSid Twilio's name for the stream
 * @param parameters what the webhook gave the stream along
 * @param request what the webhook was told: who calls whom
 */
public record CallStart(
    String callSid, String streamSid, Map<String, String> parameters, VoiceRequest request) {

  public CallStart {
    parameters = Map.copyOf(parameters);
  }

  static CallStart of(FromTwilio.Start start, VoiceRequest request) {
    Map<String, String> parameters = new TreeMap<>(start.parameters());
    parameters.remove(VoiceDesk.NONCE);
    return new CallStart(start.callSid(), start.streamSid(), parameters, request);
  }

  /** Keeps the parameters out of logs. */
  @Override
  public String toString() {
    return "CallStart[" + callSid + "]";
  }
}
