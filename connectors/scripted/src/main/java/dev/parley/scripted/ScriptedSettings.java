package dev.parley.scripted;

import dev.parley.engine.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link ScriptedModel} answers.
 *
 * @param think from being asked to the first sound; zero to an hour
 * @param reply how long each reply lasts, to the sample; more than zero, at most an hour
 * @param tool the tool it calls before it speaks, if any
 * @param arguments what it calls the tool with: a whole JSON text
 */
public record ScriptedSettings(
    Duration think, Duration reply, Optional<String> tool, String arguments) {

  /** The name that a spec string begins with. */
  public static final String NAME = "scripted";

  private static final List<String> OPTIONS = List.of("think", "reply", "tool");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final ScriptedSettings DEFAULTS =
      new ScriptedSettings(
          Duration.ofMillis(150), Duration.ofSeconds(4), Optional.empty(), /* arguments= */ "{}");

  public ScriptedSettings {
    if (think.isNegative() || think.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("think must be 0 to 1 h, got " + think);
    }
    if (reply.isNegative() || reply.isZero() || reply.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("reply must be more than 0 and at most 1 h, got " + reply);
    }
    tool.ifPresent(name -> new ToolSpec(name, "", "{}")); // refuses a name that no tool can have
  }

  /** Thinks for 150 ms, speaks for 4 s and calls no tool. */
  public static ScriptedSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Reads {@code scripted:think=150ms,reply=4s,tool=NAME}; each option may be left out.
   *
   * @throws IllegalArgumentException in one sentence that names the option and what it may be
   */
  public static ScriptedSettings parse(String spec) {
    Spec options = Spec.parse(spec, NAME, OPTIONS);
    return new ScriptedSettings(
        options.duration("think", DEFAULTS.think),
        options.duration("reply", DEFAULTS.reply),
        options.text("tool"),
        DEFAULTS.arguments);
  }

  public ScriptedSettings withThink(Duration other) {
    return new ScriptedSettings(other, reply, tool, arguments);
  }

  public ScriptedSettings withReply(Duration other) {
    return new ScriptedSettings(think, other, tool, arguments);
  }

  public ScriptedSettings withTool(String name, String json) {
    return new ScriptedSettings(think, reply, Optional.of(name), json);
  }
}
