package dev.parley.server;

import dev.parley.engine.model.Backend;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.tool.ToolBox;
import java.util.function.Consumer;

/**
 * Tools that the server carries out itself, beside those of its clients. A client's own tool of the
 * same name goes before. Clients are told nothing of these, nor of their calls. Safe for any
 * thread, and quick.
 */
@FunctionalInterface
public interface ServerTools {

  /**
   * What a session is given.
   *
   * @param instructions what the model is told where the client tells it nothing
   * @param begun told when the session's call runs; not at all if it never does
   */
  record Granted(ToolBox box, String instructions, Consumer<CallHandle> begun) {

    public static Granted none() {
      return new Granted(ToolBox.empty(), "", call -> {});
    }

    /** Keeps the instructions out of logs. */
    @Override
    public String toString() {
      return "Granted[" + box.specs().size() + " tools]";
    }
  }

  /** The tools of a session that is about to begin. */
  Granted grant(Backend model);

  static ServerTools none() {
    return model -> Granted.none();
  }
}
