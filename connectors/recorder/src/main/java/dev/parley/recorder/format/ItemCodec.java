package dev.parley.recorder.format;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.conversation.Place;
import dev.parley.engine.conversation.ReplySpec;

/**
 * Entries of a conversation's memory and what is asked of replies, as fields and back. Speech that
 * a client gives as an item keeps its length and words only: a model that is replayed needs no
 * more.
 */
final class ItemCodec {

  private ItemCodec() {}

  static Fields write(Item item, Texts texts) {
    return switch (item) {
      case Item.Message message ->
          Fields.of("type", "message")
              .put("id", message.id())
              .put("role", message.role().name())
              .put("parts", message.parts().stream().map(part -> part(part, texts)).toList());
      case Item.ToolCall call ->
          Fields.of("type", "tool_call")
              .put("id", call.id())
              .put("call", call.callId())
              .put("name", call.name())
              .put("arguments", texts.of(call.arguments()));
      case Item.ToolResult result ->
          Fields.of("type", "tool_result")
              .put("id", result.id())
              .put("call", result.callId())
              .put("output", texts.of(result.output()));
    };
  }

  static Item read(Fields from) {
    String type = from.text("type");
    return switch (type) {
      case "message" ->
          new Item.Message(
              from.text("id"),
              from.one(Item.Role.class, "role"),
              from.objects("parts").stream().map(ItemCodec::part).toList());
      case "tool_call" ->
          new Item.ToolCall(
              from.text("id"), from.text("call"), from.text("name"), from.text("arguments"));
      case "tool_result" ->
          new Item.ToolResult(from.text("id"), from.text("call"), from.text("output"));
      default ->
          throw new IllegalArgumentException("there is no item \"" + Fields.shown(type) + "\"");
    };
  }

  private static Fields part(Part part, Texts texts) {
    return switch (part) {
      case Part.Text text -> Fields.of("text", texts.of(text.text()));
      case Part.Speech speech ->
          Fields.of("text", texts.of(speech.text()))
              .put("samples", speech.samples())
              .put("rate", speech.rate());
    };
  }

  private static Part part(Fields from) {
    return from.has("samples")
        ? new Part.Speech(from.text("text"), from.number("samples"), from.small("rate"))
        : new Part.Text(from.text("text"));
  }

  static Object write(Place place) {
    return switch (place) {
      case Place.Last last -> "last";
      case Place.First first -> "first";
      case Place.After after -> Fields.of("after", after.itemId());
    };
  }

  static Place place(Fields from) {
    Object place = from.members().get("place");
    if ("last".equals(place)) {
      return new Place.Last();
    }
    return "first".equals(place)
        ? new Place.First()
        : new Place.After(from.object("place").text("after"));
  }

  static Fields write(ReplySpec spec, Texts texts) {
    return new Fields()
        .put("own", spec.own().map(own -> BriefCodec.write(own, texts)))
        .put(
            "input",
            spec.input().map(items -> items.stream().map(item -> write(item, texts)).toList()))
        .put("tag", spec.tag());
  }

  static ReplySpec spec(Fields from) {
    return new ReplySpec(
        from.maybe("own", from::object).map(BriefCodec::read),
        from.maybe("input", from::objects)
            .map(items -> items.stream().map(ItemCodec::read).toList()),
        from.maybe("tag", from::text));
  }
}
