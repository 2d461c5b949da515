package dev.parley.server.auth;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What {@link ClientSecrets} remembers: grants by hash and in the order of their expiry, and how
 * much of each share is in use. For one thread at a time.
 */
final class SecretTable {

  private record Row(SecretHash hash, Grant grant, long number) {

    String account() {
      return grant.principal().account();
    }

    int chars() {
      return grant.session().json().length();
    }
  }

  private static final class Use {

    private int count;
    private long chars;

    boolean fits(int more, Share share) {
      return count < share.count() && chars + more <= share.chars();
    }

    void add(int rows, int more) {
      count += rows;
      chars += more;
    }
  }

  private final Map<SecretHash, Row> byHash = new HashMap<>();
  private final TreeSet<Row> byExpiry =
      new TreeSet<>(
          Comparator.comparing((Row row) -> row.grant().expiresAt())
              .thenComparingLong(Row::number));
  private final Map<String, Use> byAccount = new HashMap<>();
  private final Use total = new Use();
  private long numbers;

  Optional<Grant> find(SecretHash hash) {
    return Optional.ofNullable(byHash.get(hash)).map(Row::grant);
  }

  void put(SecretHash hash, Grant grant) {
    Row row = new Row(hash, grant, numbers++);
    byHash.put(hash, row);
    byExpiry.add(row);
    total.add(1, row.chars());
    byAccount.computeIfAbsent(row.account(), name -> new Use()).add(1, row.chars());
  }

  boolean fits(int chars, Share share) {
    return total.fits(chars, share);
  }

  boolean fits(String account, int chars, Share share) {
    return byAccount.getOrDefault(account, new Use()).fits(chars, share);
  }

  boolean remove(SecretHash hash) {
    Row row = byHash.get(hash);
    if (row == null) {
      return false;
    }
    drop(row);
    return true;
  }

  int removeAll(String account) {
    List<Row> rows = byExpiry.stream().filter(row -> row.account().equals(account)).toList();
    rows.forEach(this::drop);
    return rows.size();
  }

  /** Forgets what has expired by then. */
  void forget(Instant now) {
    while (!byExpiry.isEmpty() && !now.isBefore(byExpiry.first().grant().expiresAt())) {
      drop(byExpiry.first());
    }
  }

  int size() {
    return byHash.size();
  }

  private void drop(Row row) {
    byHash.remove(row.hash());
    byExpiry.remove(row);
    total.add(-1, -row.chars());
    byAccount.computeIfPresent(
        row.account(),
        (name, use) -> {
          use.add(-1, -row.chars());
          return use.count == 0 ? null : use;
        });
  }
}
