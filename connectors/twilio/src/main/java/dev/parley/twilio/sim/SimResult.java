package dev.parley.twilio.sim;

import dev.parley.twilio.voice.Verb;
import java.util.List;

/**
 * A call as the far end saw it.
 *
 * @param callSid its name
 * @param streams its media streams; more than one where the call was connected anew
 * @param last what was to be done with the call at the end
 */
public record SimResult(String callSid, List<SimReport> streams, List<Verb> last) {

  public SimResult {
    streams = List.copyOf(streams);
    last = List.copyOf(last);
  }
}
