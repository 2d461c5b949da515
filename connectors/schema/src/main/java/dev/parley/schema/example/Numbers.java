package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.parley.schema.check.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers within bounds, those next to 0 first. */
final class Numbers {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int SCALE_AT_MOST = 400;

  private Numbers() {}

  /**
   * @param whole whether only integers will do
   * @param count how many different ones are wanted, if there are so many
   */
  static void propose(Conjunction schema, boolean whole, int count, Trial trial) {
    BigDecimal low = larger(schema.greatest("minimum"), schema.greatest("exclusiveMinimum"));
    BigDecimal high = smaller(schema.smallest("maximum"), schema.smallest("exclusiveMaximum"));
    BigDecimal step = step(schema, whole);
    List<BigDecimal> found = new ArrayList<>();
    BigDecimal start = BigDecimal.ZERO;
    if (low != null && low.signum() > 0) {
      start = low;
    } else if (high != null && high.signum() < 0) {
      start = high;
    }
    boolean down = high != null && high.signum() < 0;
    if (step == null) {
      addReal(start, low, high, found);
    }
    BigDecimal unit = step == null ? BigDecimal.ONE : step;
    BigDecimal first =
        start.divide(unit, 0, down ? RoundingMode.FLOOR : RoundingMode.CEILING).multiply(unit);
    for (int i = 0; i <= count + 1; i++) { // one more, for bounds that are themselves excluded
      BigDecimal way = unit.multiply(BigDecimal.valueOf(i));
      found.add(down ? first.subtract(way) : first.add(way));
      if (start.signum() == 0) {
        found.add(first.subtract(way));
      }
    }
    found.stream().distinct().map(Numbers::node).forEach(trial::offer);
  }

  /** Between any two numbers lies another. */
  private static void addReal(
      BigDecimal start,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      List<BigDecimal> found) {
    found.add(start);
    if (low != null && high != null) {
      BigDecimal distance = high.subtract(low);
      for (int i = 0; i < 8; i++) {
        distance = distance.divide(TWO);
        found.add(low.add(distance));
      }
    }
  }

  /** The least common multiple of all steps; nothing where any number will do. */
  private static @Nullable BigDecimal step(Conjunction schema, boolean whole) {
    BigDecimal step = whole ? BigDecimal.ONE : null;
    for (Place multiple : schema.all("multipleOf")) {
      BigDecimal next = multiple.node().decimalValue();
      step = step == null ? next : common(step, next);
    }
    return step;
  }

  private static BigDecimal common(BigDecimal one, BigDecimal other) {
    int scale = Math.max(0, Math.max(one.scale(), other.scale()));
    BigInteger a = one.setScale(scale).unscaledValue();
    BigInteger b = other.setScale(scale).unscaledValue();
    return new BigDecimal(a.divide(a.gcd(b)).multiply(b), scale);
  }

  private static @Nullable BigDecimal larger(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? (a == null ? b : a) : a.max(b);
  }

  private static @Nullable BigDecimal smaller(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? (a == null ? b : a) : a.min(b);
  }

  /** Written plainly: 100, not 1E+2. */
  private static JsonNode node(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return DecimalNode.valueOf(
        plain.scale() < 0 && plain.scale() > -SCALE_AT_MOST ? plain.setScale(0) : plain);
  }
}
