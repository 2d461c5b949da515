package dev.parley.engine.stage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.stream.stage.AsyncCallback;
import scala.jdk.javaapi.FutureConverters;

/**
 * Calls into a running stage from outside: they overtake all elements, run on the stage's own
 * thread one at a time, and are safe after its end.
 *
 * <p>Calls from other threads keep their order; one from the stage's own thread overtakes those
 * that wait.
 *
 * <p>A logic makes one in its constructor: {@code new
 * StageCalls(createAsyncCallback(Runnable::run))}.
 */
public final class StageCalls {

  private final AsyncCallback<Runnable> callback;

  public StageCalls(AsyncCallback<Runnable> callback) {
    this.callback = callback;
  }

  /** Runs a task in the stage; it is dropped if the stage has ended. */
  public void run(Runnable task) {
    callback.invoke(task);
  }

  /**
   * Asks the stage for something.
   *
   * @param whenGone the answer if the stage has ended
   * @return completed on the stage's thread, and never failed unless the task itself throws
   */
  public <T> CompletionStage<T> ask(Supplier<? extends T> task, T whenGone) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    FutureConverters.asJava(callback.invokeWithFeedback(() -> answer.complete(task.get())))
        .whenCompleteAsync(
            (done, gone) -> {
              if (gone != null) {
                answer.complete(whenGone);
              }
            },
            Runnable::run); // or Scala's converter would hop to the common pool
    return answer;
  }
}
