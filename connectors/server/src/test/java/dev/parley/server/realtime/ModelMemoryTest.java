package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.conversation.Place;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.server.SharedSystem;
import dev.parley.server.TestClient;
import dev.parley.server.TestServer;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client does with its items reaches a real model, through socket, session and all. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelMemoryTest {

  private static final Epoch FIRST = new Epoch(Epoch.Lane.MAIN, 1);

  private final RecordingModel model =
      new RecordingModel(TestServer.model("think=0ms,reply=600ms"));
  private TestServer server;

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    server = TestServer.start(system, TestServer.settings(), model);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private TestClient pushToTalk(String output) throws Exception {
    TestClient client = TestClient.connect(server, "?model=m");
    client.send(
        "{'type':'session.update','session':{'type':'realtime',"
            + "'audio':{'input':{'turn_detection':null},'output':{%s}}}}".formatted(output));
    client.await("session.updated");
    return client;
  }

  private RecordingModel.Told nextOfMemory() throws InterruptedException {
    return model.next(
        List.of(Command.AddItem.class, Command.RemoveItem.class, Command.Truncate.class));
  }

  private static void delete(TestClient client, String id) throws Exception {
    client.send("{'type':'conversation.item.delete','item_id':'%s'}".formatted(id));
    client.await("conversation.item.deleted");
  }

  @Test
  void turnsAndWrittenReplies_areForgotten_andItemsGoWhereTheyBelong() throws Exception {
    try (TestClient client = pushToTalk("")) {
      client.send(
          "{'type':'input_audio_buffer.append','audio':'%s'}"
              .formatted(Sounds.base64(new byte[9_600])));
      client.send("{'type':'input_audio_buffer.commit'}");
      String turn = client.await("input_audio_buffer.committed").path("item_id").asText();
      client.send("{'type':'response.create','response':{'output_modalities':['text']}}");
      String reply = client.await("response.done").at("/response/output/0/id").asText();
      client.send(
          ("{'type':'conversation.item.create','previous_item_id':'%s','item':{'type':'message',"
                  + "'role':'user','content':[{'type':'input_text','text':'between'}]}}")
              .formatted(turn));
      client.await("conversation.item.done");
      delete(client, turn);
      delete(client, reply);

      String heard = ItemIds.ofTurn(new Position(4_800, 24_000));
      assertThat(nextOfMemory().command())
          .isInstanceOfSatisfying(
              Command.AddItem.class,
              add -> assertThat(add.place()).isEqualTo(new Place.After(heard)));
      assertThat(nextOfMemory())
          .isEqualTo(new RecordingModel.Told(new Command.RemoveItem(heard), Ack.DONE));
      assertThat(nextOfMemory())
          .isEqualTo(
              new RecordingModel.Told(new Command.RemoveItem(ItemIds.ofPart(FIRST, 0)), Ack.DONE));
    }
  }

  @Test
  void fasterSpeech_isTruncated_whereItsWordsWereHeard() throws Exception {
    try (TestClient client = pushToTalk("'speed':1.5")) {
      client.send("{'type':'response.create'}");
      String reply = client.await("response.done").at("/response/output/0/id").asText();
      client.send(
          ("{'type':'conversation.item.truncate','item_id':'%s','content_index':0,"
                  + "'audio_end_ms':200}")
              .formatted(reply));
      client.await("conversation.item.truncated");
      assertThat(nextOfMemory())
          .isEqualTo(
              new RecordingModel.Told(
                  new Command.Truncate(
                      new Heard(FIRST, 0, new Position(7_200, 24_000), Heard.Basis.TOLD)),
                  Ack.DONE));
    }
  }
}
