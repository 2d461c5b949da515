package dev.parley.twilio;

import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolHandler;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.twilio.door.CallHands;
import dev.parley.twilio.door.Departure;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.messages.Arguments;
import dev.parley.twilio.voice.TransferSettings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a model can do with a telephone: end the call, put it through, press keys. Where an agent
 * brings a tool of the same name, that one is called.
 *
 * @param settings which of them are offered
 * @param transfers whom a call may be put through to
 */
record PhoneTools(ToolSettings settings, TransferSettings transfers) {

  static final String TRANSFER = "transfer_to_human";
  static final String HANG_UP = "hang_up";
  static final String PRESS_KEYS = "press_keys";

  private static final String NO_PARAMETERS =
      "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";
  private static final String LAST_WORDS =
      "{\"status\":\"accepted\",\"note\":\"it happens when you have finished speaking\"}";

  /** These tools beside an agent's own, working on this call. */
  ToolBox beside(ToolBox own, CallHands hands) {
    ToolBox box = own;
    if (!transfers.numbers().isEmpty()) {
      box = with(box, transferSpec(), arguments -> transfer(arguments, hands));
    }
    if (settings.hangUp()) {
      box =
          with(
              box,
              new ToolSpec(
                  HANG_UP, "Ends the telephone call, once you have said goodbye.", NO_PARAMETERS),
              arguments -> {
                hands.leave(Departure.because(Why.AGENT));
                return LAST_WORDS;
              });
    }
    if (settings.pressKeys()) {
      box = with(box, keysSpec(), arguments -> press(arguments, hands));
    }
    return box;
  }

  private static ToolBox with(ToolBox box, ToolSpec spec, UnaryOperator<String> tool) {
    ToolHandler handler = arguments -> CompletableFuture.completedStage(tool.apply(arguments));
    return box.handler(spec.name()).isPresent() ? box : box.with(spec, handler);
  }

  private ToolSpec transferSpec() {
    String names =
        transfers.numbers().keySet().stream()
            .map(name -> "\"" + name + "\"") // letters, digits, _ and - only
            .collect(Collectors.joining(","));
    return new ToolSpec(
        TRANSFER,
        "Puts the caller through to a person. Tell them so first. The call with you ends.",
        """
        {"type":"object","properties":{"to":{"type":"string","enum":[%s]}},"required":["to"],\
        "additionalProperties":false}\
        """
            .formatted(names));
  }

  private String transfer(String arguments, CallHands hands) {
    Optional<String> number =
        Arguments.text(arguments, "to")
            .map(name -> Optional.ofNullable(transfers.numbers().get(name)))
            .orElseGet(() -> transfers.numbers().values().stream().findFirst());
    if (number.isEmpty()) {
      return "{\"error\":\"there is nobody of that name: choose one of the names in the schema\"}";
    }
    hands.leave(Departure.to(number.get()));
    return LAST_WORDS;
  }

  private static ToolSpec keysSpec() {
    return new ToolSpec(
        PRESS_KEYS,
        "Presses telephone keys, as in another system's menu.",
        """
        {"type":"object","properties":{"keys":{"type":"string","pattern":"^[0-9*#A-D]{1,32}$"}},\
        "required":["keys"],"additionalProperties":false}\
        """);
  }

  private static String press(String arguments, CallHands hands) {
    try {
      hands.press(Arguments.text(arguments, "keys").orElse(""));
      return "{\"status\":\"pressed\"}";
    } catch (IllegalArgumentException e) {
      return "{\"error\":\"" + e.getMessage() + "\"}";
    }
  }
}
