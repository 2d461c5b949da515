package dev.parley.wire.audio;

import java.util.Arrays;
import java.util.Objects;

/**
 * Encoded audio: a stretch of an array, which is not copied. Whoever makes it gives the array away
 * and changes it no more; whoever reads it does not write.
 */
public final class AudioBytes {

  private static final AudioBytes EMPTY = new AudioBytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int length;

  private AudioBytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** The whole array, not copied. */
  public static AudioBytes of(byte[] array) {
    return new AudioBytes(array, 0, array.length);
  }

  /** A part of the array, not copied. */
  public static AudioBytes of(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return new AudioBytes(array, offset, length);
  }

  public static AudioBytes empty() {
    return EMPTY;
  }

  /** The array that holds the audio from {@link #offset} on, for {@link #length} bytes. */
  public byte[] array() {
    return array;
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  /** A copy. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AudioBytes that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /** The length only: audio is never in a log. */
  @Override
  public String toString() {
    return "AudioBytes[" + length + " bytes]";
  }
}
