package dev.parley.engine.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tools of a session, in a fixed order. Immutable. */
public final class ToolBox {

  private static final ToolBox EMPTY = new ToolBox(List.of(), /* givesWay= */ false);

  private record Tool(ToolSpec spec, ToolHandler handler) {}

  private final List<Tool> tools;
  private final boolean givesWay;

  private ToolBox(List<Tool> tools, boolean givesWay) {
    this.tools = tools;
    this.givesWay = givesWay;
  }

  public static ToolBox empty() {
    return EMPTY;
  }

  /** This box with one more tool; a name can be taken once only. */
  public ToolBox with(ToolSpec spec, ToolHandler handler) {
    if (handler(spec.name()).isPresent()) {
      throw new IllegalArgumentException("there is a tool named \"" + spec.name() + "\" already");
    }
    List<Tool> more = new ArrayList<>(tools);
    more.add(new Tool(spec, handler));
    return new ToolBox(List.copyOf(more), givesWay);
  }

  /** These tools, for callers without any: who brings one of their own is offered none of these. */
  public ToolBox givingWay() {
    return new ToolBox(tools, /* givesWay= */ true);
  }

  public boolean givesWay() {
    return givesWay;
  }

  public List<ToolSpec> specs() {
    return tools.stream().map(Tool::spec).toList();
  }

  public Optional<ToolHandler> handler(String name) {
    return tools.stream().filter(t -> t.spec.name().equals(name)).map(Tool::handler).findFirst();
  }
}
