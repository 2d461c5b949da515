package dev.parley.app.config;

import dev.parley.server.limit.AdmissionLimits;
import dev.parley.server.limit.ConversationLimits;
import dev.parley.server.limit.InputLimits;
import dev.parley.server.limit.SessionLimits;
import java.time.Duration;
import java.util.List;

/** {@code limits}: how many sessions there may be, and what each may use. */
final class SessionSection {

  private static final long MOST_TEXT = 1L << 30;

  static final Setting<Integer> PER_KEY =
      new Setting<>(
          "limits.sessions.per-key",
          Kind.whole(1, 1_000_000),
          "100",
          "Sessions of one account at once, unless it has a number of its own; over it 429.");

  static final Setting<Integer> PER_NODE =
      new Setting<>(
          "limits.sessions.per-node",
          Kind.whole(1, 1_000_000),
          "1000",
          "Sessions of this server at once; over it 503.");

  static final Setting<Duration> RETRY_AFTER =
      new Setting<>(
          "limits.sessions.retry-after",
          Kind.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
          "5s",
          "When who was refused should try again.");

  static final Setting<Duration> LENGTH =
      new Setting<>(
          "limits.sessions.length",
          Kind.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
          "60m",
          "How long a session lasts; then session_expired and close code 1001.");

  static final Setting<Duration> BACKLOG =
      new Setting<>(
          "limits.sessions.output-backlog",
          Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
          "5s",
          "Audio that is made but not sent, at which the model is no longer asked for more.");

  static final Setting<Duration> INPUT_LENGTH =
      new Setting<>(
          "limits.input.length",
          Kind.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
          "15m",
          "Audio of the caller's that is not committed; what would exceed it is refused.");

  static final Setting<Long> INPUT_BYTES =
      new Setting<>(
          "limits.input.bytes",
          Kind.bytes(1 << 10, 1L << 40),
          "32MiB",
          "The same in bytes, decoded; whichever comes first.");

  static final Setting<Integer> ITEMS =
      new Setting<>(
          "limits.conversation.items",
          Kind.whole(1, 1_000_000),
          "2000",
          "Items in a conversation; over it an error.");

  static final Setting<Long> ITEM_BYTES =
      text("item-bytes", "64KiB", "Text of one item, in bytes of UTF-8; over it an error.");

  static final Setting<Integer> TOOLS =
      new Setting<>(
          "limits.conversation.tools",
          Kind.whole(1, 100_000),
          "128",
          "Tools of a session; over it an error.");

  static final Setting<Long> SCHEMA_BYTES =
      text("schema-bytes", "64KiB", "Parameters of one tool; over it an error.");

  static final Setting<Long> INSTRUCTION_BYTES =
      text("instructions-bytes", "256KiB", "Instructions of a session; over it an error.");

  static final Setting<Integer> CONTEXT_TOKENS =
      new Setting<>(
          "limits.conversation.context-tokens",
          Kind.whole(1, 100_000_000),
          "128000",
          "What the model reads at once; what is more is left out, or refused.");

  static final List<Setting<?>> SESSIONS = List.of(PER_KEY, PER_NODE, RETRY_AFTER, LENGTH, BACKLOG);
  static final List<Setting<?>> INPUT = List.of(INPUT_LENGTH, INPUT_BYTES);
  static final List<Setting<?>> CONVERSATION =
      List.of(ITEMS, ITEM_BYTES, TOOLS, SCHEMA_BYTES, INSTRUCTION_BYTES, CONTEXT_TOKENS);

  private SessionSection() {}

  private static Setting<Long> text(String name, String standard, String help) {
    return new Setting<>("limits.conversation." + name, Kind.bytes(1, MOST_TEXT), standard, help);
  }

  static SessionLimits limits(Values values) {
    return new SessionLimits(
        new AdmissionLimits(values.get(PER_KEY), values.get(PER_NODE), values.get(RETRY_AFTER)),
        new InputLimits(values.get(INPUT_LENGTH), values.get(INPUT_BYTES)),
        ConversationLimits.defaults()
            .withItems(values.get(ITEMS))
            .withItemBytes(Math.toIntExact(values.get(ITEM_BYTES)))
            .withTools(values.get(TOOLS))
            .withSchemaBytes(Math.toIntExact(values.get(SCHEMA_BYTES)))
            .withInstructionsBytes(Math.toIntExact(values.get(INSTRUCTION_BYTES)))
            .withContextTokens(values.get(CONTEXT_TOKENS)),
        values.get(BACKLOG),
        values.get(LENGTH));
  }
}
