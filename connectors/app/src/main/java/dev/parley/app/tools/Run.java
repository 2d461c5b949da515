package dev.parley.app.tools;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How a user's tool is carried out. */
sealed interface Run {

  /** How long it may take. */
  Duration timeout();

  /**
   * By a program, without a shell.
   *
   * @param command the program as a path or a name on the search path, and its arguments
   */
  record Command(List<String> command, Duration timeout) implements Run {
    public Command {
      command = List.copyOf(command);
    }

    /** Its arguments may hold keys. */
    @Override
    public String toString() {
      return "Command[" + command.size() + " words]";
    }
  }

  /**
   * By a request.
   *
   * @param method one with a body
   */
  record Http(URI uri, String method, Headers headers, Duration timeout) implements Run {
    /** Its address may hold keys. */
    @Override
    public String toString() {
      return "Http[" + method + " " + uri.getHost() + "]";
    }
  }
}
