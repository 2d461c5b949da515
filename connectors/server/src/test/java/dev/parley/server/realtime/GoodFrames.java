package dev.parley.server.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up frames that a client may send, about items and responses that there may be. */
final class GoodFrames {

  private final RandomGenerator random;
  private final List<JsonNode> events;
  private int made;

  /**
   * @param events what the client was told so far, and goes on to be
   */
  GoodFrames(RandomGenerator random, List<JsonNode> events) {
    this.random = random;
    this.events = events;
  }

  /** The next frame; each has an event_id of its own. */
  String next() {
    String id = "'event_id':'e" + ++made + "'";
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> "{'type':'input_audio_buffer.append',%s,'audio':'%s'}".formatted(id, audio());
      case 3 -> "{'type':'input_audio_buffer.commit',%s}".formatted(id);
      case 4 -> "{'type':'input_audio_buffer.clear',%s}".formatted(id);
      case 5, 6 ->
          "{'type':'conversation.item.create',%s%s,'item':%s}".formatted(id, previous(), item());
      case 7 -> "{'type':'conversation.item.retrieve',%s,'item_id':'%s'}".formatted(id, itemId());
      case 8 -> "{'type':'conversation.item.delete',%s,'item_id':'%s'}".formatted(id, itemId());
      case 9 ->
          "{'type':'conversation.item.truncate',%s,'item_id':'%s','content_index':%d,'audio_end_ms':%d}"
              .formatted(id, itemId(), random.nextInt(8) / 7, random.nextInt(80));
      case 10 -> "{'type':'response.create',%s,'response':%s}".formatted(id, response());
      case 11 -> "{'type':'response.create',%s}".formatted(id);
      case 12 -> "{'type':'response.cancel',%s%s}".formatted(id, responseId());
      default -> "{'type':'session.update',%s,'session':%s}".formatted(id, session());
    };
  }

  private String audio() {
    return Sounds.base64(new byte[random.nextInt(4) * 960 + random.nextInt(20) / 19]);
  }

  private String previous() {
    return switch (random.nextInt(4)) {
      case 0 -> ",'previous_item_id':'root'";
      case 1 -> ",'previous_item_id':'%s'".formatted(itemId());
      case 2 -> ",'previous_item_id':null";
      default -> "";
    };
  }

  private String item() {
    String id = random.nextBoolean() ? "" : "'id':'mine%d',".formatted(random.nextInt(30));
    return switch (random.nextInt(6)) {
      case 0 ->
          "{%s'type':'function_call_output','call_id':'%s','output':'42'}".formatted(id, callId());
      case 1 ->
          "{%s'type':'function_call','call_id':'%s','name':'tool','arguments':'{}'}"
              .formatted(id, callId());
      case 2 ->
          "{%s'type':'message','role':'assistant','content':[{'type':'output_text','text':'x'}]}"
              .formatted(id);
      case 3 ->
          "{%s'type':'message','role':'user','content':[{'type':'input_audio','audio':'%s'}]}"
              .formatted(id, audio());
      default ->
          "{%s'type':'message','role':'user','content':[{'type':'input_text','text':'x'}]}"
              .formatted(id);
    };
  }

  private String response() {
    List<String> fields = new ArrayList<>();
    if (random.nextBoolean()) {
      fields.add("'conversation':'none'");
    }
    if (random.nextInt(3) == 0) {
      fields.add("'input':[{'type':'item_reference','id':'%s'},%s]".formatted(itemId(), item()));
    }
    if (random.nextInt(3) == 0) {
      fields.add("'output_modalities':['text'],'metadata':{'a':'b'}");
    }
    if (random.nextInt(3) == 0) {
      fields.add("'audio':{'output':{'format':{'type':'audio/pcmu'}}},'max_output_tokens':5");
    }
    return "{" + String.join(",", fields) + "}";
  }

  private String session() {
    return switch (random.nextInt(9)) {
      case 0 -> "{'type':'realtime','audio':{'input':{'turn_detection':null}}}";
      case 1 ->
          "{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad',"
              + "'idle_timeout_ms':5000,'prefix_padding_ms':0}}}}";
      case 2 ->
          "{'type':'realtime','audio':{'input':{'turn_detection':{'type':'semantic_vad',"
              + "'eagerness':'high','interrupt_response':false}}}}";
      case 3 -> "{'type':'realtime','audio':{'input':{'format':{'type':'audio/pcma'}}}}";
      case 4 ->
          "{'type':'realtime','audio':{'input':{'format':{'type':'audio/pcm','rate':24000}}}}";
      case 5 -> "{'type':'realtime','audio':{'output':{'voice':'cedar','speed':1.5}}}";
      case 6 ->
          "{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-transcribe'}}}}";
      case 7 ->
          "{'type':'realtime','truncation':{'type':'retention_ratio','retention_ratio':0.5},"
              + "'tools':[{'type':'function','name':'tool','parameters':{'type':'object'}}]}";
      default -> "{'type':'realtime','instructions':'be brief','truncation':'disabled'}";
    };
  }

  /** An item that there is, that there was, or one that there may be. */
  private String itemId() {
    return some("item_id", "mine" + random.nextInt(30));
  }

  private String callId() {
    return some("call_id", "call_" + random.nextInt(20));
  }

  private String responseId() {
    return random.nextBoolean()
        ? ",'response_id':'%s'".formatted(some("response_id", "resp_x"))
        : "";
  }

  private String some(String field, String otherwise) {
    if (events.isEmpty() || random.nextInt(3) == 0) {
      return otherwise;
    }
    int from = Math.max(0, events.size() - 60);
    int at = from + random.nextInt(events.size() - from);
    return events.get(at).path(field).asText(otherwise);
  }
}
