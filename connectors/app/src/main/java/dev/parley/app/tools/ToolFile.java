package dev.parley.app.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the user's own tools:
 *
 * <pre>
 * {"instructions": "say when weather: It is {sky}.",
 *  "allow": {"commands": ["./weather"], "hosts": ["shop.example"]},
 *  "tools": [
 *    {"type": "function", "name": "weather", "description": "Tell the weather.",
 *     "parameters": {"type": "object", "properties": {}},
 *     "run": {"command": ["./weather", "--json"], "timeout": "5s"}},
 *    {"type": "function", "name": "stock", "description": "Tell what is in stock.",
 *     "parameters": {"type": "object", "properties": {"item": {"type": "string"}}},
 *     "run": {"http": "https://shop.example/stock", "method": "POST",
 *             "headers": {"Authorization": "Bearer ${SHOP_TOKEN}"}, "timeout": "5s"}}]}
 * </pre>
 *
 * <p>A program is given the call's arguments as JSON on its standard input, a server in the body of
 * the request. Both answer with JSON or a text in UTF-8, of 64 kB at the most. Only what {@code
 * allow} lists is ever started or asked. A program's path with a slash is seen from the file's
 * folder, which it works in.
 */
public final class ToolFile {

  private static final int LONGEST = 1024 * 1024;
  private static final int MOST_TOOLS = 128;

  private ToolFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException in one sentence that names the file, the tool and the remedy
   */
  public static Toolkit read(Path file) {
    return read(file, System.getenv());
  }

  /**
   * The same, in another environment.
   *
   * @param variables what headers may name, and the search path
   */
  static Toolkit read(Path file, Map<String, String> variables) {
    String name = String.valueOf(file.getFileName());
    JsonNode root = json(file, name);
    Members.of(name, root).only("instructions", "tools", "allow");
    if (!root.path("tools").isArray()) {
      throw new IllegalArgumentException(
          name + " has no tools: write {\"tools\": [...], \"allow\": {...}}");
    }
    if (root.path("tools").size() > MOST_TOOLS) {
      throw new IllegalArgumentException(
          "%s has %d tools: %d are the most"
              .formatted(name, root.path("tools").size(), MOST_TOOLS));
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    ToolReader reader =
        new ToolReader(
            name,
            Allowed.read(name, root.path("allow")),
            folder == null ? Path.of("/") : folder,
            variables,
            HttpRun.client());
    return new UserTools(
        Members.of(name, root).text("instructions").orElse(""), tools(name, root, reader));
  }

  private static List<UserTools.UserTool> tools(String file, JsonNode root, ToolReader reader) {
    List<UserTools.UserTool> tools = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode each : root.path("tools")) {
      UserTools.UserTool tool = reader.read(each, tools.size() + 1);
      if (!names.add(tool.spec().name())) {
        throw new IllegalArgumentException(
            "%s has two tools called \"%s\": give each its own name"
                .formatted(file, tool.spec().name()));
      }
      tools.add(tool);
    }
    return tools;
  }

  private static JsonNode json(Path file, String name) {
    try {
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(
            "%s is a folder: name a file of tools, examples or none".formatted(file));
      }
      if (Files.size(file) > LONGEST) {
        throw new IllegalArgumentException(
            "%s is longer than 1 MB, and so no file of tools".formatted(file));
      }
      return Answers.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "%s does not exist: name a file of tools, examples or none".formatted(file), e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(name + " is no text in UTF-8: save it as such", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no JSON: see line %d"
              .formatted(name, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: check its permissions".formatted(file), e);
    }
  }
}
