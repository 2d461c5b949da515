package dev.parley.conformance.server;

import dev.parley.engine.model.Backend;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server is wanted. Equal setups share one server, so tests keep theirs in constants.
 *
 * @param model answers, whatever model the client names
 * @param key the only API key that is let in; without one nobody needs any
 * @param sessionLength after so long a session expires
 * @param tls with a self-signed certificate for localhost, or in plain text
 */
public record Setup(Backend model, Optional<String> key, Duration sessionLength, boolean tls) {

  private static final Duration HOUR = Duration.ofHours(1);

  /** With a model. */
  public static Setup of(Backend model) {
    return new Setup(model, Optional.empty(), HOUR, /* tls= */ false);
  }

  /** With what {@code ./parley serve --model scripted:...} has: speech of a set length. */
  public static Setup scripted(String options) {
    return of(new ScriptedModel(ScriptedSettings.parse("scripted:" + options), new ToneVoice()));
  }

  /** With a model that recites these replies, one after the other, and then begins again. */
  public static Setup reciting(Recital... replies) {
    return of(new RecitalModel(List.of(replies), Optional.empty()));
  }

  /** The same, and where transcription is wanted, this is what every turn of the caller's says. */
  public static Setup hearing(String words, Recital... replies) {
    return of(new RecitalModel(List.of(replies), Optional.of(words)));
  }

  public Setup withKey(String other) {
    return new Setup(model, Optional.of(other), sessionLength, tls);
  }

  public Setup withSessionLength(Duration length) {
    return new Setup(model, key, length, tls);
  }

  public Setup withTls() {
    return new Setup(model, key, sessionLength, /* tls= */ true);
  }
}
