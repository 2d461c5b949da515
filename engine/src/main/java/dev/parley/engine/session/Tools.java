package dev.parley.engine.session;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Runs a session's tools. Whatever goes wrong is an answer for the model, never the session's end.
 * A tool that the client brings goes before one of ours with the same name, and before a box that
 * gives way.
 */
final class Tools {

  /** How long a tool may take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What the model is told of a tool that takes longer. */
  static final String TIMED_OUT = error("the tool did not answer in time");

  private final ToolBox box;
  private Set<String> clients;
  private final Map<Epoch, Set<String>> clientsOfReplies = new HashMap<>();

  /**
   * @param brief what the client says at first
   */
  Tools(ToolBox box, Brief brief) {
    this.box = box;
    this.clients = names(brief);
  }

  /** Whether a tool that a reply calls is carried out here, and not by the client. */
  boolean has(Epoch reply, String name) {
    return box.handler(name).isPresent()
        && !clientsOfReplies.getOrDefault(reply, clients).contains(name);
  }

  /** The client briefs the model anew. */
  Brief briefed(Brief brief) {
    clients = names(brief);
    return added(box, brief);
  }

  /** The client briefs the model for this reply alone. */
  Brief briefed(Epoch reply, Brief own) {
    clientsOfReplies.put(reply, names(own));
    return added(box, own);
  }

  /** A reply is over. */
  void over(Epoch reply) {
    clientsOfReplies.remove(reply);
  }

  /**
   * A brief with the session's own tools, but for those whose names the client uses itself; without
   * any, where the box gives way to the client's.
   */
  static Brief added(ToolBox box, Brief brief) {
    if (box.specs().isEmpty() || (box.givesWay() && !brief.tools().isEmpty())) {
      return brief;
    }
    Set<String> taken = names(brief);
    List<ToolSpec> all = new ArrayList<>(box.specs());
    all.removeIf(tool -> taken.contains(tool.name()));
    all.addAll(brief.tools());
    return brief.withTools(all);
  }

  private static Set<String> names(Brief brief) {
    return brief.tools().stream().map(ToolSpec::name).collect(Collectors.toUnmodifiableSet());
  }

  CompletionStage<String> run(String name, String arguments) {
    return box.handler(name)
        .map(
            handler -> {
              try {
                return handler.call(arguments).exceptionally(Tools::failed);
              } catch (RuntimeException e) {
                return CompletableFuture.completedStage(failed(e));
              }
            })
        .orElseGet(() -> CompletableFuture.completedStage(error("there is no such tool")));
  }

  private static String failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return error("the tool failed: " + cause.getClass().getSimpleName());
  }

  private static String error(String why) {
    return "{\"error\":\"" + why + "\"}";
  }
}
