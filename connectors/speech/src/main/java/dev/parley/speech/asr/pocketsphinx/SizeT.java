package dev.parley.speech.asr.pocketsphinx;

import com.sun.jna.IntegerType;
import com.sun.jna.Native;

/** C's {@code size_t}. */
public final class SizeT extends IntegerType {

  private static final long serialVersionUID = 1;

  /** For JNA. */
  public SizeT() {
    this(0);
  }

  SizeT(long value) {
    super(Native.SIZE_T_SIZE, value, /* unsigned= */ true);
  }
}
