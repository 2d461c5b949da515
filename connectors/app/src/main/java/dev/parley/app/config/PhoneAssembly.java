package dev.parley.app.config;

import dev.parley.twilio.TwilioSettings;
import dev.parley.twilio.door.LineSettings;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.PublicBase;
import dev.parley.twilio.voice.TransferSettings;
import dev.parley.twilio.voice.VoiceSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the telephone's settings of values, and tells what does not go together. */
final class PhoneAssembly {

  private final Values values;
  private final Reading reading;
  private final Map<String, ServeConfig.ModelSpec> models;
  private final boolean others;

  /**
   * @param models those that are listed
   * @param others whether somebody answers to all other names
   */
  PhoneAssembly(
      Values values, Reading reading, Map<String, ServeConfig.ModelSpec> models, boolean others) {
    this.values = values;
    this.reading = reading;
    this.models = models;
    this.others = others;
  }

  /** Empty if there is to be no telephone, or something is wrong. */
  Optional<PhoneSpec> phone(AgentTable table) {
    Optional<String> base = values.get(TwilioSection.BASE);
    boolean token = !values.get(TwilioSection.TOKENS).isEmpty();
    if (base.isEmpty() && !token) {
      return Optional.empty();
    }
    if (base.isEmpty()) {
      return wrong(
          TwilioSection.TOKENS,
          "twilio.auth-token needs twilio.public-base, too: the address by which Twilio reaches"
              + " this server");
    }
    if (!token) {
      return wrong(
          TwilioSection.BASE,
          "twilio.public-base needs twilio.auth-token, too: without it, nobody could tell Twilio"
              + " from others");
    }
    Optional<PublicBase> address = made(TwilioSection.BASE, () -> PublicBase.parse(base.get()));
    Optional<AuthTokens> tokens = tokens(values.get(TwilioSection.TOKENS));
    Optional<LineSettings> line = line();
    Optional<VoiceSettings> voice = voice();
    if (values.get(AgentSection.MODEL).isEmpty() && !others) {
      wrong(
          TwilioSection.BASE, "it is not said who takes calls: set twilio.model or models.default");
    }
    AgentSpec agent = agent(values);
    Map<String, AgentSpec> agents = new LinkedHashMap<>();
    table.over(values).forEach((name, own) -> agents.put(name, agent(own)));
    if (address.isEmpty() || tokens.isEmpty() || line.isEmpty() || voice.isEmpty()) {
      return Optional.empty(); // and why was told
    }
    TwilioSettings settings =
        new TwilioSettings(
            address.get(), tokens.get(), line.get(), voice.get(), TwilioSection.tools(values));
    return Optional.of(new PhoneSpec(settings, values.get(TwilioSection.CALLS), agent, agents));
  }

  private Optional<AuthTokens> tokens(List<Secret> secrets) {
    if (secrets.size() > 2) {
      return wrong(
          TwilioSection.TOKENS,
          "twilio.auth-token must be one token, or two while one replaces the other; it has "
              + secrets.size());
    }
    List<String> all = new ArrayList<>();
    for (Secret secret : secrets) {
      try {
        all.add(secret.open(values.source(TwilioSection.TOKENS).folder()));
      } catch (IOException e) {
        return wrong(
            TwilioSection.TOKENS,
            "the file that twilio.auth-token names cannot be read: check that it is there, and its"
                + " permissions");
      }
    }
    return made(
        TwilioSection.TOKENS,
        () -> {
          AuthTokens first = AuthTokens.of(all.getFirst());
          return all.size() == 1 ? first : first.withPrevious(all.getLast());
        });
  }

  private Optional<LineSettings> line() {
    boolean tooLate =
        values.get(TwilioSection.PROMPT_AFTER).compareTo(values.get(TwilioSection.SILENCE)) >= 0;
    if (values.get(TwilioSection.PROMPT).isPresent() && tooLate) {
      boolean given = values.isGiven(TwilioSection.PROMPT_AFTER);
      return wrong(
          given ? TwilioSection.PROMPT_AFTER : TwilioSection.SILENCE,
          "twilio.prompt-after must be less than twilio.silence ("
              + Units.duration(values.get(TwilioSection.SILENCE))
              + "), it is "
              + Units.duration(values.get(TwilioSection.PROMPT_AFTER)));
    }
    return made(TwilioSection.PROMPT, () -> TwilioSection.line(values));
  }

  private Optional<VoiceSettings> voice() {
    Optional<TransferSettings> transfers =
        made(
            TwilioSection.TRANSFERS,
            () ->
                new TransferSettings(
                    values.get(TwilioSection.TRANSFERS),
                    values.get(TwilioSection.CALLER_ID),
                    values.get(TwilioSection.RINGS)));
    if (transfers.isEmpty()) {
      return Optional.empty();
    }
    return made(
        TwilioSection.BUSY,
        () ->
            new VoiceSettings(
                values.get(TwilioSection.BUSY),
                values.get(TwilioSection.SORRY),
                values.get(TwilioSection.RETRIES),
                transfers.get(),
                VoiceSettings.defaults().ticketLife(),
                values.get(TwilioSection.ACCOUNT)));
  }

  /** Tells of a model that nobody is. */
  private AgentSpec agent(Values own) {
    AgentSpec spec = AgentSection.agent(own);
    spec.model()
        .filter(name -> !models.containsKey(name))
        .ifPresent(
            name ->
                reading.wrong(
                    own.source(AgentSection.MODEL),
                    "there is no model \""
                        + name
                        + "\" in models"
                        + Nearest.path(name, models.keySet())
                            .map(known -> ": did you mean \"" + known + "\"?")
                            .orElse(": list it there, or leave it out for models.default")));
    return spec;
  }

  private <T> Optional<T> made(Setting<?> setting, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      return wrong(setting, setting.path() + ": " + e.getMessage());
    }
  }

  private <T> Optional<T> wrong(Setting<?> setting, String sentence) {
    reading.wrong(values.source(setting), sentence);
    return Optional.empty();
  }
}
