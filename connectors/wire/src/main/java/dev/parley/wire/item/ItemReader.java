package dev.parley.wire.item;

import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.item.InputItem.NewItem;
import dev.parley.wire.item.InputItem.Reference;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import java.util.List;

/** Reads the items that clients send. A status that they send does not count. */
public final class ItemReader {

  private static final List<String> TYPES =
      List.of(Types.MESSAGE, Types.FUNCTION_CALL, Types.FUNCTION_CALL_OUTPUT);
  private static final List<String> INPUT_TYPES =
      List.of(Types.MESSAGE, Types.FUNCTION_CALL, Types.FUNCTION_CALL_OUTPUT, Types.REFERENCE);

  private static final List<String> MESSAGE_FIELDS =
      List.of(
          Field.ID, Field.OBJECT, Field.TYPE, Field.STATUS, Field.ROLE, Field.CONTENT, Field.PHASE);
  private static final List<String> CALL_FIELDS =
      List.of(
          Field.ID,
          Field.OBJECT,
          Field.TYPE,
          Field.STATUS,
          Field.CALL_ID,
          Field.NAME,
          Field.ARGUMENTS);
  private static final List<String> OUTPUT_FIELDS =
      List.of(Field.ID, Field.OBJECT, Field.TYPE, Field.STATUS, Field.CALL_ID, Field.OUTPUT);
  private static final List<String> REFERENCE_FIELDS = List.of(Field.ID, Field.TYPE);

  private ItemReader() {}

  /** An item for the conversation. */
  public static NewItem newItem(JsonIn item) {
    return newItem(item, TYPES);
  }

  /** An item for one response: new, or a reference to one of the conversation. */
  public static InputItem input(JsonIn item) {
    if (item.text(Field.TYPE).equals(Types.REFERENCE)) {
      return new Reference(item.only(REFERENCE_FIELDS).id(Field.ID));
    }
    return newItem(item, INPUT_TYPES);
  }

  private static NewItem newItem(JsonIn item, List<String> supported) {
    ItemBody body = body(item, supported);
    return new NewItem(item.given(Field.ID, item::id), body);
  }

  private static ItemBody body(JsonIn item, List<String> supported) {
    String type = item.text(Field.TYPE);
    return switch (type) {
      case Types.MESSAGE -> message(item.only(MESSAGE_FIELDS));
      case Types.FUNCTION_CALL -> call(item.only(CALL_FIELDS));
      case Types.FUNCTION_CALL_OUTPUT -> output(item.only(OUTPUT_FIELDS));
      default -> {
        if (type.startsWith(Types.MCP)) {
          throw item.refuse(
              Field.TYPE,
              "Invalid '%s': items of MCP servers are not supported. Use function tools.");
        }
        throw new WireException(WireError.unsupportedValue(item.path(Field.TYPE), type, supported));
      }
    };
  }

  private static ItemBody message(JsonIn item) {
    Role role = item.choice(Field.ROLE, Role.values());
    List<Content> content =
        item.objects(Field.CONTENT, Types.MAX_PARTS).stream()
            .map(part -> ContentReader.read(part, role))
            .toList();
    return new ItemBody.Message(
        role, content, item.given(Field.PHASE, name -> item.choice(name, Phase.values())));
  }

  private static ItemBody call(JsonIn item) {
    return new ItemBody.FunctionCall(
        item.id(Field.CALL_ID), item.id(Field.NAME), item.text(Field.ARGUMENTS, Types.MAX_TEXT));
  }

  private static ItemBody output(JsonIn item) {
    return new ItemBody.FunctionCallOutput(
        item.id(Field.CALL_ID), item.text(Field.OUTPUT, Types.MAX_TEXT));
  }
}
