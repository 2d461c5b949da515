package dev.parley.engine.frame;

import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable run of mono 16-bit PCM samples: a view on an array that nobody writes to any more.
 *
 * <p>Ownership: {@link #wrap} takes the array over, its caller must not touch it afterwards; {@link
 * #copyOf} copies. Slices share the array, so cutting a frame in the middle costs no copy.
 */
public final class Samples {

  private static final short[] NOTHING = {};

  private final short[] pcm;
  private final int from;
  private final int count;

  private Samples(short[] pcm, int from, int count) {
    this.pcm = pcm;
    this.from = from;
    this.count = count;
  }

  /** Takes the array over without copying it. */
  public static Samples wrap(short... pcm) {
    return new Samples(pcm, 0, pcm.length);
  }

  /** Copies {@code count} samples out of an array that its owner goes on using. */
  public static Samples copyOf(short[] pcm, int from, int count) {
    Objects.checkFromIndexSize(from, count, pcm.length);
    return wrap(Arrays.copyOfRange(pcm, from, from + count));
  }

  public static Samples silence(int count) {
    return wrap(count == 0 ? NOTHING : new short[count]);
  }

  public int count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The sample at an index from 0. */
  public short at(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("sample " + index + " of " + count);
    }
    return pcm[from + index];
  }

  /** A view on the samples from {@code start} (inclusive) to {@code end} (exclusive). */
  public Samples slice(int start, int end) {
    if (start < 0 || end < start || end > count) {
      throw new IndexOutOfBoundsException("slice " + start + ".." + end + " of " + count);
    }
    return start == 0 && end == count ? this : new Samples(pcm, from + start, end - start);
  }

  /** Copies all samples into {@code target}, beginning there at {@code at}. */
  public void copyTo(short[] target, int at) {
    System.arraycopy(pcm, from, target, at, count);
  }

  /** A fresh array with these samples, owned by the caller. */
  public short[] toArray() {
    return Arrays.copyOfRange(pcm, from, from + count);
  }

  /** Both runs as one. */
  public Samples append(Samples next) {
    short[] joined = new short[count + next.count];
    copyTo(joined, 0);
    next.copyTo(joined, count);
    return wrap(joined);
  }

  /** Equal content is equal, wherever it lies. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Samples that
        && Arrays.equals(pcm, from, from + count, that.pcm, that.from, that.from + that.count);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < count; i++) {
      hash = 31 * hash + pcm[from + i];
    }
    return hash;
  }

  /** Tells the length only: audio does not belong in a log. */
  @Override
  public String toString() {
    return "Samples[" + count + "]";
  }
}
