package dev.parley.app.tools;

import dev.parley.engine.tool.ToolBox;

/** The tools that a program gives to the models of its calls. Immutable, safe for any thread. */
public interface Toolkit {

  /** What a model is told about them where nobody tells it anything else; may be empty. */
  String instructions();

  /**
   * The tools of one call. What they remember, they remember for this call.
   *
   * @param line to the call, which may be connected later
   */
  ToolBox open(CallLine line);

  /** No tools, and nothing to tell. */
  static Toolkit none() {
    return new Toolkit() {
      @Override
      public String instructions() {
        return "";
      }

      @Override
      public ToolBox open(CallLine line) {
        return ToolBox.empty();
      }
    };
  }
}
