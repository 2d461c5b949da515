package dev.parley.server;

import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.UpgradeRequest;
import dev.parley.sockets.Upgrades;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks one after the other, until somebody knows the address. Immutable. */
final class FirstOf implements Upgrades {

  private final List<Upgrades> all;

  FirstOf(List<Upgrades> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public CompletionStage<UpgradeAnswer> ask(UpgradeRequest request) {
    return ask(request, all.iterator());
  }

  private static CompletionStage<UpgradeAnswer> ask(
      UpgradeRequest request, Iterator<Upgrades> rest) {
    return rest.hasNext()
        ? rest.next()
            .ask(request)
            .thenCompose(
                answer ->
                    answer instanceof UpgradeAnswer.NotMine
                        ? ask(request, rest)
                        : CompletableFuture.completedStage(answer))
        : CompletableFuture.completedStage(UpgradeAnswer.notMine());
  }
}
