package dev.parley.app.tools;

import dev.parley.engine.time.Offload;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolHandler;
import dev.parley.engine.tool.ToolSpec;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The user's own tools. They wait on threads of their own, so that tools that hang keep neither
 * voices nor recognisers waiting; those beyond a limit are refused. Safe for any thread.
 */
final class UserTools implements Toolkit {

  /** How many of them may run at once, in all calls together. */
  private static final int MOST_AT_ONCE = 32;

  private static final long IDLE_SECONDS = 10;

  /**
   * A tool.
   *
   * @param work takes the arguments and gives the answer; blocks
   */
  record UserTool(ToolSpec spec, Work work) {}

  /** Does what a tool is for. */
  @FunctionalInterface
  interface Work {
    String call(String arguments) throws IOException, InterruptedException, ToolFailed;
  }

  private final String instructions;
  private final List<UserTool> tools;
  private final Executor workers;

  UserTools(String instructions, List<UserTool> tools) {
    this(instructions, tools, workers());
  }

  UserTools(String instructions, List<UserTool> tools, Executor workers) {
    this.instructions = instructions;
    this.tools = List.copyOf(tools);
    this.workers = workers;
  }

  private static Executor workers() {
    return new ThreadPoolExecutor(
        /* corePoolSize= */ 0,
        MOST_AT_ONCE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofPlatform().daemon().name("parley-tool-", 1).factory());
  }

  @Override
  public String instructions() {
    return instructions;
  }

  @Override
  public ToolBox open(CallLine line) {
    Offload offload = line.offload(workers);
    ToolBox box = ToolBox.empty();
    for (UserTool tool : tools) {
      box = box.with(tool.spec(), handler(tool.work(), offload));
    }
    return box;
  }

  private static ToolHandler handler(Work work, Offload offload) {
    return arguments -> {
      Callable<String> job = () -> answer(work, arguments);
      CompletionStage<String> answer;
      try {
        answer = offload.submit(job);
      } catch (RejectedExecutionException e) {
        answer = CompletableFuture.completedStage(error("too many tools run at once: try again"));
      }
      return answer;
    };
  }

  private static String answer(Work work, String arguments) throws InterruptedException {
    try {
      return work.call(arguments);
    } catch (ToolFailed e) {
      return error(String.valueOf(e.getMessage()));
    } catch (IOException e) { // whose message may tell of files
      return error("the tool could not be carried out");
    }
  }

  private static String error(String why) {
    return Answers.error(why).toString();
  }

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "UserTools[" + tools.size() + "]";
  }
}
