package dev.parley.app.config;

import dev.parley.twilio.TwilioSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How telephone calls come in, and who takes them.
 *
 * @param settings how they are led
 * @param mostCalls how many may run at once
 * @param agent who takes calls at {@code /twilio/voice}
 * @param agents who takes those at {@code /twilio/voice/NAME}, by name
 */
public record PhoneSpec(
    TwilioSettings settings, int mostCalls, AgentSpec agent, Map<String, AgentSpec> agents) {

  public PhoneSpec {
    agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
  }
}
