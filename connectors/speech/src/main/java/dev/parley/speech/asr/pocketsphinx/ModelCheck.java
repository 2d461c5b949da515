package dev.parley.speech.asr.pocketsphinx;

import dev.parley.speech.asr.RecogniserException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at a model's files before the library does: on a broken one it would end the process.
 *
 * <p>Sphinx-3 files: a text header up to {@code endhdr}, the byte order, 32-bit words, and as the
 * last word a checksum of the others.
 */
final class ModelCheck {

  private static final List<String> NEEDED =
      List.of("mdef", "means", "variances", "transition_matrices", "feat.params", "noisedict");
  private static final List<String> SUMMED = List.of("means", "variances", "transition_matrices");
  private static final String HEADER_END = "endhdr\n";
  private static final int BYTE_ORDER = 0x11223344;
  private static final int DEFINITION = 0x46444d42; // BMDF
  private static final int LONGEST_HEADER = 4_096;

  private ModelCheck() {}

  /**
   * Checks an acoustic model.
   *
   * @throws RecogniserException that names the file which is missing or broken
   */
  static void acoustic(Path folder) {
    NEEDED.forEach(name -> file(folder.resolve(name), "acoustic model"));
    for (String name : SUMMED) {
      check(folder.resolve(name), ModelCheck::isSound);
    }
    check(folder.resolve("mdef"), ModelCheck::isWholeDefinition);
  }

  private static void check(Path file, Predicate<byte[]> isSound) {
    try {
      if (!isSound.test(Files.readAllBytes(file))) {
        throw new RecogniserException("PocketSphinx' acoustic model is broken: " + file);
      }
    } catch (IOException e) {
      throw new RecogniserException("PocketSphinx' acoustic model cannot be read: " + file, e);
    }
  }

  /**
   * Checks that a file is there.
   *
   * @param what the file is, in words
   */
  static void file(Path file, String what) {
    if (!isFile(file)) {
      throw new RecogniserException(
          "PocketSphinx lacks its " + what + ": no file " + file + ", or an empty one");
    }
  }

  static boolean isFile(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file) && file.toFile().length() > 0;
  }

  /** Whether it is a Sphinx-3 file that is complete, as far as a checksum tells. */
  static boolean isSound(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    int header = start.indexOf(HEADER_END);
    if (!start.startsWith("s3\n") || header < 0) {
      return false;
    }
    int from = header + HEADER_END.length();
    ByteBuffer words = ByteBuffer.wrap(bytes, from, bytes.length - from);
    words.order(ByteOrder.LITTLE_ENDIAN);
    try {
      if (words.getInt() != BYTE_ORDER) {
        words.order(ByteOrder.BIG_ENDIAN);
      }
      return !start.substring(0, header).contains("chksum0 yes") || isSummed(words);
    } catch (BufferUnderflowException e) {
      return false; // too short
    }
  }

  private static boolean isSummed(ByteBuffer words) {
    int sum = 0;
    while (words.remaining() > Integer.BYTES) {
      sum = Integer.rotateLeft(sum, 20) + words.getInt();
    }
    return words.getInt() == sum;
  }

  /**
   * Whether a binary model definition is as long as its own numbers say: behind a text, the number
   * of phones, triphones, states, senones, senones, matrices, sequences, contexts and nodes; then 8
   * bytes a node, 12 a phone, 2 a state of a sequence.
   */
  static boolean isWholeDefinition(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 12 || words.getInt(0) != DEFINITION) {
      return false;
    }
    long numbers = 12L + words.getInt(8);
    if (numbers < 12 || numbers + 40 > bytes.length) {
      return false;
    }
    int at = (int) numbers;
    long nodes = words.getInt(at + 32);
    long phones = words.getInt(at + 4);
    long states = (long) words.getInt(at + 24) * words.getInt(at + 8);
    return bytes.length >= numbers + 40 + 8 * nodes + 12 * phones + 2 * states;
  }
}
