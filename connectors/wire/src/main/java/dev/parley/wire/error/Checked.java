package dev.parley.wire.error;

import java.util.function.Supplier;

/**
 * What came of a client's input: a good value, or the error to answer with. Nothing that a client
 * sends makes the codec throw.
 *
 * @param <T> the good value
 */
public sealed interface Checked<T> {

  record Good<T>(T value) implements Checked<T> {}

  record Bad<T>(WireError error) implements Checked<T> {}

  /** Runs a reader; its {@link WireException} becomes {@link Bad}. */
  static <T> Checked<T> check(Supplier<T> reader) {
    try {
      return new Good<>(reader.get());
    } catch (WireException refused) {
      return new Bad<>(refused.error());
    }
  }

  /** The good value, or the error as an exception: for readers that are made of readers. */
  default T orThrow() {
    return switch (this) {
      case Good<T>(T value) -> value;
      case Bad<T>(WireError error) -> throw new WireException(error);
    };
  }
}
