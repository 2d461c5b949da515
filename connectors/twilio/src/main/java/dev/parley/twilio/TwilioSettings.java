package dev.parley.twilio;

import dev.parley.twilio.door.LineSettings;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.PublicBase;
import dev.parley.twilio.voice.VoiceSettings;

/**
 * How telephone calls come in.
 *
 * @param base the address by which Twilio reaches this server
 * @param tokens what Twilio signs its requests by
 * @param line how a call is led
 * @param voice what is said where no agent speaks, and whom a call may be put through to
 * @param tools which of the telephone's own tools a model is offered
 */
public record TwilioSettings(
    PublicBase base,
    AuthTokens tokens,
    LineSettings line,
    VoiceSettings voice,
    ToolSettings tools) {

  /** All defaults. */
  public static TwilioSettings of(PublicBase base, AuthTokens tokens) {
    return new TwilioSettings(
        base, tokens, LineSettings.defaults(), VoiceSettings.defaults(), ToolSettings.defaults());
  }

  public TwilioSettings withLine(LineSettings other) {
    return new TwilioSettings(base, tokens, other, voice, tools);
  }

  public TwilioSettings withVoice(VoiceSettings other) {
    return new TwilioSettings(base, tokens, line, other, tools);
  }

  public TwilioSettings withTools(ToolSettings other) {
    return new TwilioSettings(base, tokens, line, voice, other);
  }
}
