package dev.parley.scripted;

import static dev.parley.scripted.Bookings.BOTH;
import static dev.parley.scripted.Bookings.RATE;
import static dev.parley.scripted.Bookings.assertSpeaks;
import static dev.parley.scripted.Bookings.result;
import static dev.parley.scripted.Bookings.run;
import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal.ToolCall;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import org.junit.jupiter.api.Test;

/** What a scripted model remembers, and forgets when it is told to. */
class ScriptedMemoryTest {

  @Test
  void callTold_asAnItem_isOpen_untilItIsRemoved() {
    Item.ToolCall told = new Item.ToolCall("i1", "call_told", "book", "{}");
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, new Command.AddItem(told))
            .send(1, result("call_told"))
            .send(2, reply(main(1)))
            .send(1_000, new Command.AddItem(new Item.ToolCall("i2", "call_gone", "book", "{}")))
            .send(1_001, new Command.RemoveItem("i2"))
            .send(1_002, result("call_gone"))
            .run();

    assertSpeaks(run, main(1));
    assertThat(run.acks())
        .containsExactly(Ack.DONE, Ack.DONE, Ack.DONE, Ack.DONE, Ack.DONE, Ack.NOTHING);
  }

  @Test
  void callMade_isForgotten_asThePartThatItWas() {
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, reply(main(1)))
            .send(500, new Command.RemoveItem(ItemIds.ofPart(main(1), 0)))
            .send(501, result("call_1"))
            .run();

    assertThat(run.calls(main(1))).extracting(ToolCall::callId).containsExactly("call_1");
    assertThat(run.acks()).containsExactly(Ack.DONE, Ack.DONE, Ack.NOTHING);
  }

  @Test
  void whatItHeardAndSaid_isForgotten_once() {
    Command heard = new Command.RemoveItem(ItemIds.ofTurn(new Position(480, RATE)));
    Command told = new Command.RemoveItem(ItemIds.ofResult("call_1"));
    Command said = new Command.RemoveItem(ItemIds.ofPart(main(2), 0));
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, new Command.Commit(new Position(480, RATE)))
            .send(1, reply(main(1)))
            .send(500, result("call_1"))
            .send(501, reply(main(2)))
            .send(1_000, heard)
            .send(1_001, heard)
            .send(1_002, told)
            .send(1_003, told)
            .send(1_004, said)
            .send(1_005, said)
            .run();

    assertThat(run.acks().subList(4, 10))
        .containsExactly(Ack.DONE, Ack.NOTHING, Ack.DONE, Ack.NOTHING, Ack.DONE, Ack.NOTHING);
  }
}
