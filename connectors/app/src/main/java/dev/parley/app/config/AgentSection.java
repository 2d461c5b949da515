package dev.parley.app.config;

import dev.parley.audio.turn.Eagerness;
import dev.parley.engine.conversation.Effort;
import dev.parley.twilio.Greeting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code twilio}: who takes calls. What an agent of its own address ({@code twilio.agents.NAME})
 * does not say of itself is as it stands here.
 */
final class AgentSection {

  private static final String REPLY = "reply";
  private static final String NONE = "none";
  private static final String AUTO = "auto";

  static final Setting<Optional<String>> MODEL =
      new Setting<>(
          "twilio.model",
          Kind.maybe("a name that is listed in models"),
          "",
          "Who takes calls: one of models. Without it, whoever models.default is.");

  static final Setting<Optional<String>> INSTRUCTIONS =
      new Setting<>(
          "twilio.instructions",
          Kind.maybe("a text"),
          "",
          "What the model is told. Without it, what its tools have to say of themselves.");

  static final Setting<Optional<String>> VOICE =
      new Setting<>(
          "twilio.voice",
          Kind.maybe("the name of a voice"),
          "",
          "In which voice it speaks. Without it, in the model's own.");

  static final Setting<String> EFFORT =
      new Setting<>(
          "twilio.effort",
          Kind.oneOf(AUTO, "minimal", "low", "medium", "high", "xhigh"),
          AUTO,
          "How hard it thinks; auto is what the model prefers.");

  static final Setting<String> EAGERNESS =
      new Setting<>(
          "twilio.eagerness",
          Kind.oneOf("low", "medium", "high"),
          "medium",
          "How soon silence ends the caller's turn.");

  static final Setting<String> GREETING =
      new Setting<>(
          "twilio.greeting",
          Kind.text("reply, none, or the words to begin with"),
          REPLY,
          "Who speaks first: the agent in its own words (reply), the caller (none), or the agent in"
              + " these words.");

  static final List<Setting<?>> ALL =
      List.of(MODEL, INSTRUCTIONS, VOICE, EFFORT, EAGERNESS, GREETING);

  private AgentSection() {}

  /** The setting of this name, which an agent may have for itself. */
  static Optional<Setting<?>> find(String name) {
    return ALL.stream().<Setting<?>>map(s -> s).filter(s -> name(s).equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(AgentSection::name).toList();
  }

  private static String name(Setting<?> setting) {
    return setting.path().substring(setting.path().indexOf('.') + 1);
  }

  static AgentSpec agent(Values values) {
    return new AgentSpec(
        values.get(MODEL),
        values.get(INSTRUCTIONS),
        values.get(VOICE),
        Optional.of(values.get(EFFORT))
            .filter(effort -> !effort.equals(AUTO))
            .map(effort -> Effort.valueOf(effort.toUpperCase(Locale.ROOT))),
        Eagerness.valueOf(values.get(EAGERNESS).toUpperCase(Locale.ROOT)),
        greeting(values.get(GREETING)));
  }

  private static Greeting greeting(String text) {
    return switch (text) {
      case REPLY -> new Greeting.Reply();
      case NONE -> new Greeting.None();
      default -> new Greeting.Say(text);
    };
  }
}
