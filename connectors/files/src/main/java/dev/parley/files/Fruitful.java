package dev.parley.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input for a decoder that asks again and again where nothing comes, as a damaged file makes one
 * do: it is told so, and ends.
 */
final class Fruitful extends FilterInputStream {

  private static final int MOST = 64;

  private int empty;

  Fruitful(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), -1);
  }

  @Override
  public int read(byte[] target, int from, int most) throws IOException {
    return counted(super.read(target, from, most), 0);
  }

  private int counted(int result, int nothing) throws IOException {
    empty = result <= nothing ? empty + 1 : 0;
    if (empty > MOST) {
      throw new IOException("its frames lead nowhere");
    }
    return result;
  }
}
