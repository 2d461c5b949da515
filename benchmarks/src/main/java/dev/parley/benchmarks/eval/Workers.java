package dev.parley.benchmarks.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same with each of a list, a few at a time. */
final class Workers {

  private Workers() {}

  /**
   * Waits for all of them.
   *
   * @return the results in the order of the list
   * @throws RuntimeException the first that any of them threw
   */
  static <A, B> List<B> each(int jobs, List<A> all, Function<? super A, ? extends B> work) {
    ConcurrentMap<Integer, B> done = new ConcurrentHashMap<>();
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      for (int i = 0; i < all.size(); i++) {
        int index = i;
        pool.execute(
            () -> {
              try {
                if (failures.isEmpty()) {
                  done.put(index, work.apply(all.get(index)));
                }
              } catch (RuntimeException e) {
                failures.add(e);
              }
            });
      }
    }
    if (!failures.isEmpty()) {
      throw failures.element();
    }
    List<B> results = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      results.add(done.get(i));
    }
    return results;
  }
}
