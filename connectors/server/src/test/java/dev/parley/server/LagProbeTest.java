package dev.parley.server;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class LagProbeTest {
  @Test
  void probe(ActorSystem<?> system) throws Exception {
    try (TestServer server = TestServer.start(system, TestServer.settings(), TestServer.model("think=10ms,reply=100ms"));
        TestClient c = TestClient.connect(server, "?model=m")) {
      c.send("{'type':'session.update','session':{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','create_response':false}}}}}");
      for (int piece : new int[] {20, 100, 500}) {
      int at0 = piece == 20 ? 0 : piece == 100 ? 40_000 : 80_000;
      byte[] all = new byte[48 * 40_000];
      for (int t = 0; t < 20; t++) {
        for (int i = t * 48_000 + 12_000; i < t * 48_000 + 26_400; i++) {
          short v = (short) (12_000 * Math.sin(2 * Math.PI * 300 * i / 24_000));
          all[2 * i] = (byte) v;
          all[2 * i + 1] = (byte) (v >> 8);
        }
      }
      for (int from = 0; from < all.length; from += 48 * piece) {
        c.append(java.util.Arrays.copyOfRange(all, from, from + 48 * piece));
      }
      StringBuilder s = new StringBuilder(piece + " ms: ");
      java.util.List<JsonNode> sts = new java.util.ArrayList<>(), ens = new java.util.ArrayList<>();
      for (int t = 0; t < 20; t++) {
        sts.add(c.await("input_audio_buffer.speech_started"));
        ens.add(c.await("input_audio_buffer.speech_stopped"));
      }
      for (int t = 0; t < 20; t++) {
        c.send("{'type':'conversation.item.retrieve','item_id':%s}".formatted(sts.get(t).path("item_id")));
        int ms = java.util.Base64.getDecoder().decode(c.await("conversation.item.retrieved").at("/item/content/0/audio").asText()).length / 48;
        s.append(sts.get(t).path("audio_start_ms").asInt() - at0 - 2000 * t).append("..").append(ens.get(t).path("audio_end_ms").asInt() - at0 - 2000 * t).append(" (").append(ms).append(") ");
      }
      System.out.println(s);
      }
    }
  }
}
