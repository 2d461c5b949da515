package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.tools.UserTools.UserTool;
import dev.parley.app.tools.UserTools.Work;
import dev.parley.engine.time.MediaClock;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** Whatever a user's tool does, the model is told one sentence, and the call's threads go on. */
class UserToolsTest {

  private static UserTools tools(Work work) {
    return new UserTools("", List.of(tool(work)));
  }

  private static UserTool tool(Work work) {
    return new UserTool(new ToolSpec("it", "", "{}"), work);
  }

  private static JsonNode inVirtualTime(Work work) {
    try (VirtualWorld<Void> world = Boxes.world()) {
      ToolBox box = tools(work).open(CallLine.in(world.system()));
      return world.run(system -> Boxes.call(box, "it", "{\"a\":1}"), Duration.ofSeconds(1));
    }
  }

  private static String error(Work work) {
    return inVirtualTime(work).path("error").asText();
  }

  @Test
  void work_isDoneElsewhere_andVirtualTimeWaitsForIt() {
    try (VirtualWorld<Void> world = Boxes.world()) {
      Thread[] thread = new Thread[2];
      ToolBox box =
          tools(
                  arguments -> {
                    thread[0] = Thread.currentThread();
                    return arguments;
                  })
              .open(CallLine.in(world.system()));
      long at =
          world.run(
              system -> {
                thread[1] = Thread.currentThread();
                return Boxes.call(box, "it", "{}")
                    .thenApply(answer -> MediaClock.of(system).nanos());
              },
              Duration.ofSeconds(1));
      assertThat(at).isZero();
      assertThat(thread[0]).isNotNull().isNotSameAs(thread[1]);
    }
  }

  @Test
  void answer_isPassedOn() {
    assertThat(inVirtualTime(arguments -> arguments)).hasToString("{\"a\":1}");
  }

  @Test
  void failure_isOneSentence_withoutWhatItKnew() {
    assertThat(
            error(
                arguments -> {
                  throw new ToolFailed("the tool did not answer in time");
                }))
        .isEqualTo("the tool did not answer in time");
    assertThat(
            error(
                arguments -> {
                  throw new IOException("/home/me/secret");
                }))
        .isEqualTo("the tool could not be carried out");
  }

  @Test
  void toolsBeyondTheLimit_areRefused_andSay() {
    UserTools full =
        new UserTools(
            "",
            List.of(tool(arguments -> arguments)),
            job -> {
              throw new RejectedExecutionException();
            });
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "full");
    try {
      assertThat(Boxes.now(full.open(CallLine.in(system)), "it", "{}").path("error").asText())
          .isEqualTo("too many tools run at once: try again");
    } finally {
      system.terminate();
    }
  }
}
