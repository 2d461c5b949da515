package dev.parley.app.phone;

import dev.parley.app.config.AgentSpec;
import dev.parley.app.config.PhoneSpec;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.model.Backend;
import dev.parley.server.Models;
import dev.parley.server.ServerTools;
import dev.parley.twilio.Agent;
import dev.parley.twilio.CallStart;
import dev.parley.twilio.TwilioAgents;
import dev.parley.twilio.voice.VoiceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who takes which call, as a configuration says. Safe for any thread. */
final class PhoneAgents implements TwilioAgents {

  private static final Logger LOG = LoggerFactory.getLogger(PhoneAgents.class);

  /** How the one without an address of its own is called in the log. */
  private static final String ONLY = "default";

  /**
   * Who answers, and how.
   *
   * @param model the one that the configuration names
   */
  private record Known(String name, Backend model, AgentSpec spec) {}

  private final Map<String, Known> agents;
  private final SpeechDetectors detectors;
  private final ServerTools tools;

  private PhoneAgents(Map<String, Known> agents, SpeechDetectors detectors, ServerTools tools) {
    this.agents = agents;
    this.detectors = detectors;
    this.tools = tools;
  }

  /**
   * Those of a configuration.
   *
   * @param tools what sessions are given, be they telephone calls or not
   */
  static PhoneAgents of(
      PhoneSpec phone, Models models, SpeechDetectors detectors, ServerTools tools) {
    Map<String, Known> agents = new LinkedHashMap<>();
    agents.put("", known(ONLY, phone.agent(), models));
    phone.agents().forEach((name, spec) -> agents.put(name, known(name, spec, models)));
    return new PhoneAgents(Map.copyOf(agents), detectors, tools);
  }

  private static Known known(String name, AgentSpec spec, Models models) {
    Backend model =
        models
            .find(spec.model().orElse(""))
            .orElseThrow(() -> new IllegalArgumentException("no model takes the calls of " + name));
    return new Known(name, model, spec);
  }

  @Override
  public Optional<Map<String, String>> welcome(VoiceRequest request) {
    if (agents.containsKey(request.agent())) {
      return Optional.of(Map.of());
    }
    LOG.atWarn()
        .addKeyValue("agent", request.agent())
        .log("somebody calls an agent that the configuration does not have (twilio.agents)");
    return Optional.empty();
  }

  @Override
  public Optional<Agent> answer(CallStart start) {
    return Optional.ofNullable(agents.get(start.request().agent())).map(this::agent);
  }

  private Agent agent(Known known) {
    ServerTools.Granted granted = tools.grant(known.model);
    AgentSpec spec = known.spec;
    Brief brief =
        Brief.defaults()
            .withInstructions(spec.instructions().orElse(granted.instructions()))
            .withVoice(spec.voice().orElse(""))
            .withEffort(spec.effort().orElse(known.model.effort()));
    return Agent.of(known.model, detectors)
        .withName(known.name)
        .withBrief(brief)
        .withTools(granted.box())
        .withHearing(detectors.settings(), TurnSettings.of(spec.eagerness()))
        .withGreeting(spec.greeting())
        .withBegun(granted.begun());
  }
}
