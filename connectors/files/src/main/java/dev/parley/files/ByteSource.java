package dev.parley.files;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The audio of a file as bytes in its format, piece by piece. Blocks; one owner. */
interface ByteSource extends Closeable {

  /** The next piece, of any length, or null at the end. */
  byte @Nullable [] next() throws IOException;
}
