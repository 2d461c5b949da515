/**
 * Twilio's webhooks: what is to become of a call before its media stream and behind it.
 *
 * <p>Reading order: {@link dev.parley.twilio.voice.VoiceDesk} with {@link
 * dev.parley.twilio.voice.VoiceSettings} and {@link dev.parley.twilio.voice.TransferSettings};
 * {@link dev.parley.twilio.voice.Webhook}, {@link dev.parley.twilio.voice.WebhookAnswer}, {@link
 * dev.parley.twilio.voice.VoiceRequest} with {@link dev.parley.twilio.voice.Form}; {@link
 * dev.parley.twilio.voice.Callers}; {@link dev.parley.twilio.voice.Ending} and {@link
 * dev.parley.twilio.voice.Endings}; {@link dev.parley.twilio.voice.Verb}, {@link
 * dev.parley.twilio.voice.Twiml} and {@link dev.parley.twilio.voice.TwimlReader}.
 *
 * <p>May import: the JDK and {@code twilio.signature}.
 */
@NullMarked
package dev.parley.twilio.voice;

import org.jspecify.annotations.NullMarked;
