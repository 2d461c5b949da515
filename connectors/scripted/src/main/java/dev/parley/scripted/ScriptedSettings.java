package dev.parley.scripted;

import dev.parley.engine.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link ScriptedModel} answers.
 *
 * @param think from being asked to the first sound or word; zero to an hour
 * @param reply how long each reply lasts, to the sample; more than zero, at most an hour
 * @param tool the tool it calls before it speaks; empty for the first one that it is offered
 * @param arguments what it calls that tool with, a whole JSON text; empty for the smallest that the
 *     tool's schema accepts
 * @param calls how many tool calls a reply makes that makes any; 1 to 16
 * @param preamble how long it speaks before the calls, in the same reply; zero to an hour
 * @param hears what it takes every turn of the caller's to say, where a brief wants that in
 *     writing; up to a thousand letters
 * @param fail of so many replies, the last one breaks down; zero for none
 */
public record ScriptedSettings(
    Duration think,
    Duration reply,
    Optional<String> tool,
    Optional<String> arguments,
    int calls,
    Duration preamble,
    Optional<String> hears,
    int fail) {

  /** The name that a spec string begins with. */
  public static final String NAME = "scripted";

  private static final List<String> OPTIONS =
      List.of("think", "reply", "tool", "calls", "preamble", "hears", "fail");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_CALLS = 16;
  private static final int MOST_LETTERS = 1_000;
  private static final int RAREST_FAILURE = 1_000_000;
  private static final ScriptedSettings DEFAULTS =
      new ScriptedSettings(
          Duration.ofMillis(150),
          Duration.ofSeconds(4),
          Optional.empty(),
          Optional.empty(),
          /* calls= */ 1,
          Duration.ZERO,
          Optional.empty(),
          /* fail= */ 0);

  public ScriptedSettings {
    if (think.isNegative() || think.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("think must be 0 to 1 h, got " + think);
    }
    if (reply.isNegative() || reply.isZero() || reply.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("reply must be more than 0 and at most 1 h, got " + reply);
    }
    tool.ifPresent(name -> new ToolSpec(name, "", "{}")); // refuses a name that no tool can have
    if (calls < 1 || calls > MOST_CALLS) {
      throw new IllegalArgumentException("calls must be 1 to " + MOST_CALLS + ", got " + calls);
    }
    if (preamble.isNegative() || preamble.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("preamble must be 0 to 1 h, got " + preamble);
    }
    hears.ifPresent(
        text -> {
          if (text.isBlank() || text.length() > MOST_LETTERS) {
            throw new IllegalArgumentException(
                "hears must be 1 to %d letters, got %d".formatted(MOST_LETTERS, text.length()));
          }
        });
    if (fail < 0) {
      throw new IllegalArgumentException("fail must be 0 or more, got " + fail);
    }
  }

  /**
   * Thinks for 150 ms, speaks for 4 s, calls the first tool that it is offered, understands no
   * words and never breaks down.
   */
  public static ScriptedSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Reads {@code scripted:think=150ms,reply=4s}. Each option may be left out:
   *
   * <ul>
   *   <li>{@code think=150ms}: from being asked to the first sound or word
   *   <li>{@code reply=4s}: how long it speaks; as text, three words a second
   *   <li>{@code tool=NAME}: the tool it calls first, even if none of that name is offered; without
   *       it, the first tool that is offered
   *   <li>{@code calls=2}: so many calls in one reply, 1 to 16
   *   <li>{@code preamble=500ms}: it speaks for so long before the calls, in the same reply
   *   <li>{@code hears=book a table}: what the caller says in each turn, where a transcription is
   *       wanted; without commas, which part the options
   *   <li>{@code fail=3}: every third reply breaks down midway
   * </ul>
   *
   * @throws IllegalArgumentException in one sentence that names the option and what it may be
   */
  public static ScriptedSettings parse(String spec) {
    Spec options = Spec.parse(spec, NAME, OPTIONS);
    return new ScriptedSettings(
        options.duration("think", DEFAULTS.think),
        options.duration("reply", DEFAULTS.reply),
        options.text("tool"),
        DEFAULTS.arguments,
        options.number("calls", DEFAULTS.calls, 1, MOST_CALLS),
        options.duration("preamble", DEFAULTS.preamble),
        options.text("hears"),
        options.number("fail", DEFAULTS.fail, 1, RAREST_FAILURE));
  }

  public ScriptedSettings withThink(Duration other) {
    return new ScriptedSettings(other, reply, tool, arguments, calls, preamble, hears, fail);
  }

  public ScriptedSettings withReply(Duration other) {
    return new ScriptedSettings(think, other, tool, arguments, calls, preamble, hears, fail);
  }

  public ScriptedSettings withTool(String name, String json) {
    return new ScriptedSettings(
        think, reply, Optional.of(name), Optional.of(json), calls, preamble, hears, fail);
  }

  public ScriptedSettings withCalls(int count) {
    return new ScriptedSettings(think, reply, tool, arguments, count, preamble, hears, fail);
  }

  public ScriptedSettings withPreamble(Duration length) {
    return new ScriptedSettings(think, reply, tool, arguments, calls, length, hears, fail);
  }

  public ScriptedSettings withHears(String text) {
    return new ScriptedSettings(
        think, reply, tool, arguments, calls, preamble, Optional.of(text), fail);
  }

  public ScriptedSettings withFail(int each) {
    return new ScriptedSettings(think, reply, tool, arguments, calls, preamble, hears, each);
  }

  /** Keeps the arguments, and the words, out of logs. */
  @Override
  public String toString() {
    return "ScriptedSettings[think %s, reply %s, %d calls of %s, preamble %s, %d letters, fail %d]"
        .formatted(
            think,
            reply,
            calls,
            tool.orElse("any tool"),
            preamble,
            hears.map(String::length).orElse(0),
            fail);
  }
}
