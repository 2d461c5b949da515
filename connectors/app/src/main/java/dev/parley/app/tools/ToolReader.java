package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.tools.UserTools.UserTool;
import dev.parley.app.tools.UserTools.Work;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.ToolSchema;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;

/** Reads one tool of a file after the other. */
final class ToolReader {

  private final String file;
  private final Allowed allowed;
  private final Path folder;
  private final Map<String, String> variables;
  private final HttpClient client;

  /**
   * @param file its name, for sentences
   * @param folder where it lies
   * @param variables those of the environment
   */
  ToolReader(
      String file, Allowed allowed, Path folder, Map<String, String> variables, HttpClient client) {
    this.file = file;
    this.allowed = allowed;
    this.folder = folder;
    this.variables = variables;
    this.client = client;
  }

  /**
   * @param number its place in the file, from 1
   * @throws IllegalArgumentException in one sentence
   */
  UserTool read(JsonNode node, int number) {
    String place = "%s: tool %d".formatted(file, number);
    Members unnamed = Members.of(place, node);
    String name =
        unnamed
            .text("name")
            .orElseThrow(() -> new IllegalArgumentException(place + " has no name: give it one"));
    String where = "%s: the tool \"%s\"".formatted(file, name);
    Members members = Members.of(where, node);
    members.only("type", "name", "description", "parameters", "run");
    if (!members.text("type").orElse("function").equals("function")) {
      throw new IllegalArgumentException(where + " must have \"type\": \"function\"");
    }
    ToolSpec spec = spec(where, members, name);
    Run run = RunReader.read(where, node.path("run"), allowed, folder, variables);
    return new UserTool(spec, work(run));
  }

  private ToolSpec spec(String where, Members members, String name) {
    JsonNode parameters = members.node().path("parameters");
    String schema = parameters.isMissingNode() ? "{\"type\":\"object\"}" : parameters.toString();
    try {
      ToolSchema.parse(schema);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s has parameters that are no JSON Schema: %s".formatted(where, e.getMessage()), e);
    }
    if (!parameters.path("type").asText("object").equals("object")) {
      throw new IllegalArgumentException(where + ": parameters must be of the type \"object\"");
    }
    try {
      return new ToolSpec(name, members.text("description").orElse(""), schema);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private Work work(Run run) {
    return switch (run) {
      case Run.Command command -> new CommandRun(command, folder)::call;
      case Run.Http http -> new HttpRun(client, http)::call;
    };
  }
}
