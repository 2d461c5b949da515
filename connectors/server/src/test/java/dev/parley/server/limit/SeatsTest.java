package dev.parley.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeatsTest {

  private static final Duration RETRY = Duration.ofSeconds(7);

  private final Seats seats = new Seats(new AdmissionLimits(100, 3, RETRY));

  @Test
  void accountWithItsShare_isToldToWait() {
    seat("a", 1);
    Refusal refusal = refusal(seats.take("a", 1));
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.code()).isEqualTo("rate_limit_exceeded");
    assertThat(refusal.retryAfter()).contains(RETRY);
    assertThat(seats.take("b", 1)).isInstanceOf(Seat.class);
  }

  @Test
  void fullNode_isOverloaded_forEveryAccount() {
    seat("a", 2);
    seat("a", 2);
    seat("b", 2);
    Refusal refusal = refusal(seats.take("c", 2));
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.code()).isEqualTo("server_is_overloaded");
    assertThat(refusal.retryAfter()).contains(RETRY);
    assertThat(refusal(seats.take("a", 2)).status()).isEqualTo(429);
  }

  @Test
  void drainingNode_takesNobody_andKeepsThoseWhoSit() {
    seat("a", 2);
    seats.drain();
    Refusal refusal = refusal(seats.take("a", 2));
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.code()).isEqualTo("server_draining");
    assertThat(refusal.retryAfter()).contains(RETRY);
    assertThat(seats.draining()).isTrue();
    assertThat(seats.taken()).isEqualTo(1);
  }

  @Test
  void seat_isGivenBackOnce_howeverOftenItIsClosed() {
    Seat first = seat("a", 2);
    seat("a", 2);
    first.close();
    first.close();
    assertThat(seats.taken()).isEqualTo(1);
    assertThat(seats.taken("a")).isEqualTo(1);
    assertThat(first).hasToString("Seat[a, left]");
    assertThat(first.account()).isEqualTo("a");
  }

  @Test
  void refusal_takesNothing() {
    seat("a", 1);
    for (int i = 0; i < 10; i++) {
      seats.take("a", 1);
    }
    assertThat(seats.taken()).isEqualTo(1);
  }

  @Property
  void randomComingAndGoing_agreesWithCounting(@ForAll Random random) {
    Seats tried = new Seats(new AdmissionLimits(1, 5, RETRY));
    List<Seat> sitting = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      String account = "abc".substring(random.nextInt(3)).substring(0, 1);
      if (random.nextBoolean() && !sitting.isEmpty()) {
        Seat seat = sitting.remove(random.nextInt(sitting.size()));
        counts.merge(seat.account(), -1, Integer::sum);
        seat.close();
      } else {
        boolean fits = sitting.size() < 5 && counts.getOrDefault(account, 0) < 3;
        Seating answer = tried.take(account, 3);
        assertThat(answer instanceof Seat).isEqualTo(fits);
        if (answer instanceof Seat seat) {
          sitting.add(seat);
          counts.merge(account, 1, Integer::sum);
        }
      }
      assertThat(tried.taken()).isEqualTo(sitting.size());
      assertThat(tried.taken(account)).isEqualTo(counts.getOrDefault(account, 0));
    }
  }

  @Test
  void manyThreadsAtOnce_neverSeatOneTooMany() throws Exception {
    int threads = 8;
    int perKey = 5;
    int perNode = 12;
    Seats contested = new Seats(new AdmissionLimits(perKey, perNode, RETRY));
    List<String> accounts = List.of("a", "b", "c", "d");
    Map<String, AtomicInteger> inside = new HashMap<>();
    AtomicInteger all = new AtomicInteger();
    AtomicInteger worst = new AtomicInteger();
    AtomicInteger worstOfOne = new AtomicInteger();
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String account = accounts.get(t % accounts.size());
        AtomicInteger here = inside.computeIfAbsent(account, name -> new AtomicInteger());
        work.add(
            pool.submit(
                () -> {
                  start.await();
                  for (int round = 0; round < 2_000; round++) {
                    List<Seat> mine = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                      if (contested.take(account, perKey) instanceof Seat seat) {
                        worst.accumulateAndGet(all.incrementAndGet(), Math::max);
                        worstOfOne.accumulateAndGet(here.incrementAndGet(), Math::max);
                        mine.add(seat);
                      }
                    }
                    for (Seat seat : mine) {
                      all.decrementAndGet();
                      here.decrementAndGet();
                      seat.close();
                      seat.close();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(worst.get()).isBetween(1, perNode);
    assertThat(worstOfOne.get()).isBetween(1, perKey);
    assertThat(contested.taken()).isZero();
    accounts.forEach(account -> assertThat(contested.taken(account)).isZero());
  }

  @Test
  void burstOfArrivals_fillsExactlyTheSeatsThereAre() throws Exception {
    int threads = 8;
    Seats contested = new Seats(new AdmissionLimits(100, 50, RETRY));
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    int seated = 0;
    try {
      List<Future<Integer>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        work.add(
            pool.submit(
                () -> {
                  start.await();
                  int got = 0;
                  for (int i = 0; i < 20; i++) {
                    got += contested.take("a", 100) instanceof Seat ? 1 : 0;
                  }
                  return got;
                }));
      }
      for (Future<Integer> each : work) {
        seated += each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(seated).isEqualTo(50);
  }

  private Seat seat(String account, int most) {
    return (Seat) seats.take(account, most);
  }

  private static Refusal refusal(Seating answer) {
    return ((Seating.Full) answer).refusal();
  }
}
