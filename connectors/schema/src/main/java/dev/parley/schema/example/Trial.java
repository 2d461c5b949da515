package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes proposals until one is good; the rest are not looked at. */
final class Trial {

  private final Predicate<JsonNode> judge;
  private final BooleanSupplier givenUp;
  private @Nullable JsonNode found;

  Trial(Predicate<JsonNode> judge, BooleanSupplier givenUp) {
    this.judge = judge;
    this.givenUp = givenUp;
  }

  void offer(JsonNode value) {
    if (!isOver() && judge.test(value)) {
      found = value;
    }
  }

  /** Whether nothing more need be proposed. */
  boolean isOver() {
    return found != null || givenUp.getAsBoolean();
  }

  Optional<JsonNode> found() {
    return Optional.ofNullable(found);
  }
}
