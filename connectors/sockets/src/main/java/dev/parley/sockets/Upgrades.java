package dev.parley.sockets;

import java.util.concurrent.CompletionStage;

/**
 * The application, asked whether a WebSocket may be opened.
 *
 * <p>Asked on the connection's event loop, so it must not block: what takes time answers through
 * the stage that is returned. A stage that fails, or is not done within {@link Patience#attach},
 * refuses with 500.
 */
@FunctionalInterface
public interface Upgrades {

  CompletionStage<UpgradeAnswer> ask(UpgradeRequest request);
}
