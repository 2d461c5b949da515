package dev.parley.wire.session;

import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import dev.parley.wire.json.RawJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads tools and the choice among them. */
public final class ToolReader {

  private static final int MAX_TOOLS = 128;
  private static final int MAX_SCHEMA = 64 << 10;
  private static final String FUNCTION = SettingsWriter.FUNCTION;
  private static final String MCP = "mcp";
  private static final RawJson NO_PARAMETERS =
      new RawJson("{\"type\":\"object\",\"properties\":{}}");

  /** Some clients send {@code strict}, as other APIs have it; it means nothing here. */
  private static final List<String> FIELDS =
      List.of(Field.TYPE, Field.NAME, Field.DESCRIPTION, Field.PARAMETERS, Field.STRICT);

  private ToolReader() {}

  public static List<Tool> tools(JsonIn in) {
    List<Tool> tools = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonIn fields : in.objects(Field.TOOLS, MAX_TOOLS)) {
      Tool tool = tool(fields);
      if (!names.add(tool.name())) {
        throw fields.refuse(Field.NAME, "Invalid '%s': another tool has this name.");
      }
      tools.add(tool);
    }
    return tools;
  }

  public static ToolChoice choice(JsonIn in) {
    if (in.isText(Field.TOOL_CHOICE)) {
      return in.choice(Field.TOOL_CHOICE, ToolChoice.Mode.values());
    }
    JsonIn choice = in.object(Field.TOOL_CHOICE);
    onlyFunctions(choice);
    return new ToolChoice.Function(choice.only(List.of(Field.TYPE, Field.NAME)).id(Field.NAME));
  }

  private static Tool tool(JsonIn tool) {
    onlyFunctions(tool);
    tool.only(FIELDS);
    return new Tool(
        tool.id(Field.NAME),
        tool.given(Field.DESCRIPTION, name -> tool.text(name, MAX_SCHEMA)).orElse(""),
        tool.given(Field.PARAMETERS, name -> tool.raw(name, MAX_SCHEMA)).orElse(NO_PARAMETERS));
  }

  private static void onlyFunctions(JsonIn in) {
    String type = in.text(Field.TYPE);
    if (type.equals(MCP)) {
      throw in.refuse(
          Field.TYPE, "Invalid '%s': MCP servers are not supported yet. Use function tools.");
    }
    if (!type.equals(FUNCTION)) {
      throw new WireException(
          WireError.unsupportedValue(in.path(Field.TYPE), type, List.of(FUNCTION)));
    }
  }
}
