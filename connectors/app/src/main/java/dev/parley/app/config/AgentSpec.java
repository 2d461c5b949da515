package dev.parley.app.config;

import dev.parley.audio.turn.Eagerness;
import dev.parley.engine.conversation.Effort;
import dev.parley.twilio.Greeting;
import java.util.Optional;

/**
 * Who takes telephone calls.
 *
 * @param model one of the models' names; empty for who answers to all other names
 * @param instructions empty for what its tools have to say
 * @param voice empty for the model's own
 * @param effort empty for what the model prefers
 * @param eagerness how soon silence ends the caller's turn
 * @param greeting who speaks first
 */
public record AgentSpec(
    Optional<String> model,
    Optional<String> instructions,
    Optional<String> voice,
    Optional<Effort> effort,
    Eagerness eagerness,
    Greeting greeting) {

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "AgentSpec[%s, %d chars, %s]"
        .formatted(model.orElse("default"), instructions.map(String::length).orElse(0), greeting);
  }
}
