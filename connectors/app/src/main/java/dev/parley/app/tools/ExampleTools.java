package dev.parley.app.tools;

import dev.parley.engine.tool.ToolBox;

/**
 * Tools to try a model with: timers that fire in the call, routes, orders and payments of a town
 * that does not exist. Each call has its own timers and its own ledger.
 */
public final class ExampleTools implements Toolkit {

  private static final String INSTRUCTIONS =
      """
      You help the people of a small town. You are friendly and brief.
      say at the start: Hello. I set timers, find ways, look up orders and pay people. What can I do for you?
      say when asked what you can do: I can set a timer, find the way between two places, look up an order by its code, or pay somebody.
      say when start_timer: The {timer} runs for {time}.
      say when start_timer fails: I could not start the timer: {error}
      say when cancel_timer: I stopped the {timer}.
      say when cancel_timer fails: I stopped nothing: {error}
      say when route: From the {from} to the {to} it is {distance_km} kilometers, that takes {minutes} minutes.
      say when route fails: I do not know the way: {error}
      say when order_status: Order {code} is {status}. {note}
      say when order_status fails: I could not find the order: {error}
      say when pay: I paid {amount} {currency} to {to}.
      say when pay fails: I did not pay: {error}
      """;

  private ExampleTools() {}

  /** All of them. */
  public static ExampleTools create() {
    return new ExampleTools();
  }

  @Override
  public String instructions() {
    return INSTRUCTIONS;
  }

  @Override
  public ToolBox open(CallLine line) {
    ToolBox box = new Countdowns(line).into(ToolBox.empty());
    return new Payments().into(Orders.into(Routes.into(box))).givingWay();
  }
}
