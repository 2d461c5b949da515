package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.spoken.ToolShape;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.AgentBrief;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What sets of tools mean, worked out once for all sessions that bring the same: the last
 * sixty-four are kept. Safe for any thread.
 */
final class Minds {

  private static final int MOST = 64;

  private final Function<? super List<ToolShape>, ? extends Understanding> compiler;
  private final Map<List<ToolSpec>, Understanding> known =
      new LinkedHashMap<>(MOST, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<ToolSpec>, Understanding> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param compiler may take a second
   */
  Minds(Function<? super List<ToolShape>, ? extends Understanding> compiler) {
    this.compiler = compiler;
  }

  /**
   * What these tools mean. May take a second: not for a stage's own thread.
   *
   * @throws IllegalArgumentException in one sentence, if one of them is none
   */
  Understanding of(List<ToolSpec> tools) {
    synchronized (known) {
      Understanding found = known.get(tools);
      if (found != null) {
        return found;
      }
    }
    Understanding made =
        compiler.apply(
            tools.stream()
                .map(tool -> new ToolShape(tool.name(), tool.description(), tool.parameters()))
                .toList());
    synchronized (known) {
      known.put(tools, made);
    }
    return made;
  }

  /** What an agent is told by a session's brief. */
  static AgentBrief brief(Brief brief, Understanding tools) {
    return new AgentBrief(
        brief.instructions(),
        tools,
        brief.tools().stream().map(ToolSpec::name).toList(),
        brief.choice());
  }

  /** Why tools were not taken, in one sentence. */
  static String complaint(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? "it cannot use the tools: " + cause.getMessage()
        : "it cannot use the tools";
  }
}
