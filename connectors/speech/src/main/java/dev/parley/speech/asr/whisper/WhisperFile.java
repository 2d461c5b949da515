package dev.parley.speech.asr.whisper;

import dev.parley.speech.asr.RecogniserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that looks like a Whisper model in ggml's form. Looked at before native code reads it, for
 * that ends the whole process on many a broken file.
 *
 * <p>It begins with a magic number and eleven sizes, all of four bytes, the least significant first
 * (whisper.cpp's convert-pt-to-ggml.py).
 *
 * @param isMultilingual whether it knows other languages than English
 */
record WhisperFile(Path path, boolean isMultilingual) {

  private static final int MAGIC = 0x67676d6c;
  private static final int SIZES = 11;
  private static final int ENGLISH_WORDS = 51_864;
  private static final int LARGEST = 1 << 20;

  /** The smallest form that whisper.cpp knows stores a weight in some two bits. */
  private static final int WEIGHTS_A_BYTE = 4;

  /**
   * Checks the head, and that the file is not far too short.
   *
   * @throws RecogniserException in one sentence, if it is no model
   */
  static WhisperFile check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new RecogniserException(
          "there is no Whisper model " + file + ": name a file such as ggml-base.bin");
    }
    ByteBuffer head;
    long length;
    try (InputStream in = Files.newInputStream(file)) {
      head = ByteBuffer.wrap(in.readNBytes((1 + SIZES) * Integer.BYTES));
      length = Files.size(file);
    } catch (IOException e) {
      throw new RecogniserException("the Whisper model " + file + " cannot be read", e);
    }
    head.order(ByteOrder.LITTLE_ENDIAN);
    if (head.remaining() < (1 + SIZES) * Integer.BYTES || head.getInt() != MAGIC) {
      throw new RecogniserException(
          file + " is no Whisper model: take one in ggml's form, such as ggml-base.bin");
    }
    int[] sizes = new int[SIZES];
    for (int i = 0; i < SIZES; i++) {
      sizes[i] = head.getInt();
    }
    if (!isSensible(sizes) || length * WEIGHTS_A_BYTE < weights(sizes)) {
      throw new RecogniserException(
          "the Whisper model " + file + " is broken or incomplete: fetch it again");
    }
    return new WhisperFile(file, sizes[0] > ENGLISH_WORDS);
  }

  private static boolean isSensible(int[] sizes) {
    for (int i = 0; i < SIZES - 1; i++) { // the last is the form of the weights, and may be 0
      if (sizes[i] < 1 || sizes[i] > LARGEST) {
        return false;
      }
    }
    return sizes[SIZES - 1] >= 0;
  }

  /** About as many weights as such a network has. */
  private static long weights(int[] sizes) {
    long words = sizes[0];
    long audioState = sizes[2];
    long audioLayers = sizes[4];
    long textState = sizes[6];
    long textLayers = sizes[8];
    return words * textState
        + 12 * audioLayers * audioState * audioState
        + 16 * textLayers * textState * textState;
  }
}
