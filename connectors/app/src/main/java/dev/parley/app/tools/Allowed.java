package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What the tools of a file may start and ask.
 *
 * @param commands programs, written as the tools write them
 * @param hosts names of servers; with a port, for that port only
 */
record Allowed(List<String> commands, List<String> hosts) {

  Allowed {
    commands = List.copyOf(commands);
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  static Allowed read(String file, JsonNode node) {
    if (node.isMissingNode()) {
      return new Allowed(List.of(), List.of());
    }
    Members members = Members.of(file + ": allow", node);
    members.only("commands", "hosts");
    return new Allowed(members.texts("commands"), members.texts("hosts"));
  }

  boolean command(String program) {
    return commands.contains(program);
  }

  /**
   * @param port -1 for the usual one
   */
  boolean host(String name, int port) {
    String host = name.toLowerCase(Locale.ROOT);
    return hosts.contains(host) || hosts.contains(host + ":" + port);
  }
}
