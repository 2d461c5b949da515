package dev.parley.app.config;

import dev.parley.twilio.ToolSettings;
import dev.parley.twilio.door.KeySettings;
import dev.parley.twilio.door.LineSettings;
import dev.parley.twilio.voice.VoiceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code twilio}: how telephone calls come in and are led. Who takes them is beside. */
final class TwilioSection {

  private static final VoiceSettings SPOKEN = VoiceSettings.defaults();
  private static final String NUMBER = "a number such as \"+15551234567\"";

  static final Setting<Optional<String>> BASE =
      new Setting<>(
          "twilio.public-base",
          Kind.maybe("an address such as \"https://voice.example.com\""),
          "",
          "The address by which Twilio reaches this server, exactly: signatures are checked by it."
              + " Without it there is no telephone.");

  static final Setting<List<Secret>> TOKENS =
      new Setting<>(
          "twilio.auth-token",
          Kind.secrets("an auth token, or a list of two"),
          "",
          "The account's auth token, or file:PATH for a file that holds it; two while one replaces"
              + " the other, the new one first.");

  static final Setting<Optional<String>> ACCOUNT =
      new Setting<>(
          "twilio.account-sid",
          Kind.maybe("an account's SID, which begins with AC"),
          "",
          "Takes calls of this account only. Without it, of all whose requests are signed by the"
              + " token.");

  static final Setting<Integer> CALLS =
      new Setting<>(
          "twilio.calls",
          Kind.whole(1, 1_000_000),
          "100",
          "Calls at once; who calls then is told so. They count for limits.sessions.per-node,"
              + " too.");

  static final Setting<Map<String, String>> TRANSFERS =
      new Setting<>(
          "twilio.transfers",
          Kind.pairs("names with a number each, such as { sales = \"+15551234567\" }"),
          "",
          "Whom the model may put a caller through to: a line each, the first where it names"
              + " nobody. In a variable: sales=+15551234567, office=...");

  static final Setting<Optional<String>> CALLER_ID =
      new Setting<>(
          "twilio.caller-id",
          Kind.maybe(NUMBER),
          "",
          "The number that they see then; without it, the caller's.");

  static final Setting<Duration> RINGS =
      new Setting<>(
          "twilio.transfer-rings",
          Kind.duration(Duration.ofSeconds(5), Duration.ofMinutes(10)),
          "30s",
          "How long it rings there.");

  static final Setting<Boolean> HANG_UP =
      new Setting<>(
          "twilio.hang-up",
          Kind.flag(),
          "false",
          "Whether the model may end a call (the tool hang_up).");

  static final Setting<Boolean> PRESS_KEYS =
      new Setting<>(
          "twilio.press-keys",
          Kind.flag(),
          "false",
          "Whether the model may press telephone keys (the tool press_keys).");

  static final Setting<Boolean> TELL_KEYS =
      new Setting<>(
          "twilio.tell-keys",
          Kind.flag(),
          "true",
          "Whether keys that the caller presses are told to the model in words.");

  static final Setting<Duration> KEYS_PAUSE =
      new Setting<>(
          "twilio.keys-pause",
          Kind.duration(Duration.ofMillis(1), Duration.ofMinutes(1)),
          "1500ms",
          "When no further key has come for so long, they are told; # ends them at once.");

  static final Setting<Duration> LENGTH =
      time("length", Duration.ofSeconds(1), Duration.ofHours(24), "60m", "How long a call lasts.");

  static final Setting<Duration> SILENCE =
      time(
          "silence",
          Duration.ofSeconds(1),
          Duration.ofHours(24),
          "1m",
          "When nobody has said anything for so long, the call is ended.");

  static final Setting<Optional<String>> PROMPT =
      new Setting<>(
          "twilio.prompt",
          Kind.maybe("a text"),
          "",
          "What the agent says before it comes to that; without it, nothing.");

  static final Setting<Duration> PROMPT_AFTER =
      time(
          "prompt-after",
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          "20s",
          "After so much silence it says that; less than silence.");

  static final Setting<Optional<String>> GOODBYE =
      new Setting<>(
          "twilio.goodbye",
          Kind.maybe("a text"),
          "",
          "What the agent says when a call is ended for its silence or its length.");

  static final Setting<Duration> LAST_WORDS =
      time(
          "last-words",
          Duration.ZERO,
          Duration.ofMinutes(5),
          "10s",
          "How long the last reply may go on once a call is to end.");

  static final Setting<Duration> LEAD =
      time(
          "lead",
          Duration.ofMillis(20),
          Duration.ofSeconds(2),
          "300ms",
          "How much of a reply lies at Twilio before it is played, against jitter on the way.");

  static final Setting<Duration> START_WITHIN =
      time(
          "start-within",
          Duration.ofMillis(100),
          Duration.ofMinutes(1),
          "5s",
          "How soon a stream has to begin once its socket is open.");

  static final Setting<Integer> RETRIES =
      new Setting<>(
          "twilio.retries",
          Kind.whole(0, 5),
          "1",
          "How often a call that broke is connected anew before its caller is told sorry.");

  static final Setting<String> BUSY =
      new Setting<>(
          "twilio.busy",
          Kind.text("a text"),
          SPOKEN.busy(),
          "What Twilio's own voice says when no seat is free.");

  static final Setting<String> SORRY =
      new Setting<>(
          "twilio.sorry",
          Kind.text("a text"),
          SPOKEN.sorry(),
          "What it says when a call cannot go on.");

  static final List<Setting<?>> ADDRESS = List.of(BASE, TOKENS, ACCOUNT, CALLS);
  static final List<Setting<?>> TOOLS =
      List.of(TRANSFERS, CALLER_ID, RINGS, HANG_UP, PRESS_KEYS, TELL_KEYS, KEYS_PAUSE);
  static final List<Setting<?>> LINE =
      List.of(
          LENGTH,
          SILENCE,
          PROMPT,
          PROMPT_AFTER,
          GOODBYE,
          LAST_WORDS,
          LEAD,
          START_WITHIN,
          RETRIES,
          BUSY,
          SORRY);

  private TwilioSection() {}

  private static Setting<Duration> time(
      String name, Duration least, Duration most, String standard, String help) {
    return new Setting<>("twilio." + name, Kind.duration(least, most), standard, help);
  }

  static LineSettings line(Values values) {
    LineSettings line =
        LineSettings.defaults()
            .withMaximum(values.get(LENGTH))
            .withSilence(values.get(SILENCE))
            .withLastWords(values.get(LAST_WORDS))
            .withLead(values.get(LEAD))
            .withStartWithin(values.get(START_WITHIN))
            .withKeys(new KeySettings(values.get(TELL_KEYS), values.get(KEYS_PAUSE)));
    Optional<String> prompt = values.get(PROMPT);
    if (prompt.isPresent()) {
      line = line.withPrompt(new LineSettings.Prompt(values.get(PROMPT_AFTER), prompt.get()));
    }
    Optional<String> goodbye = values.get(GOODBYE);
    return goodbye.isPresent() ? line.withGoodbye(goodbye.get()) : line;
  }

  static ToolSettings tools(Values values) {
    return new ToolSettings(values.get(HANG_UP), values.get(PRESS_KEYS));
  }
}
