package dev.parley.speech.asr.vosk;

import dev.parley.speech.asr.RecogniserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A folder that looks like a Vosk model. Looked at before native code reads it, for that ends the
 * whole process on many a broken file.
 *
 * @param isDynamic whether its graph can be bound to words that are known before
 */
record VoskFolder(Path path, boolean isDynamic) {

  /** How Kaldi's binary files begin. */
  private static final byte[] KALDI = {0, 'B'};

  /** How OpenFst's files begin: 2125659606, the least significant byte first. */
  private static final byte[] FST = {(byte) 0xd6, (byte) 0xfd, (byte) 0xb2, 0x7e};

  /**
   * Checks that the parts are there and begin as they should.
   *
   * @throws RecogniserException in one sentence, if it is no model
   */
  static VoskFolder check(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RecogniserException(
          "there is no Vosk model in " + folder + ": name the folder that an unpacked model is in");
    }
    boolean old = Files.exists(folder.resolve("final.mdl"));
    begins(folder, old ? "final.mdl" : "am/final.mdl", KALDI);
    present(folder, old ? "mfcc.conf" : "conf/mfcc.conf");
    String graph = old ? "" : "graph/";
    if (Files.exists(folder.resolve(graph + "HCLG.fst"))) {
      begins(folder, graph + "HCLG.fst", FST);
      present(folder, graph + "words.txt");
      return new VoskFolder(folder, /* isDynamic= */ false);
    }
    for (String part : List.of("HCLr.fst", "Gr.fst")) {
      begins(folder, graph + part, FST);
    }
    return new VoskFolder(folder, /* isDynamic= */ true);
  }

  private static void present(Path folder, String file) {
    begins(folder, file, new byte[0]);
  }

  private static void begins(Path folder, String file, byte[] magic) {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw broken(folder, file + " is missing");
    }
    byte[] first;
    try (InputStream in = Files.newInputStream(path)) {
      first = in.readNBytes(Math.max(1, magic.length));
    } catch (IOException e) {
      throw new RecogniserException(
          "the Vosk model in %s cannot be read: %s".formatted(folder, file), e);
    }
    if (first.length == 0) {
      throw broken(folder, file + " is empty");
    }
    if (magic.length > 0 && !Arrays.equals(first, magic)) {
      throw broken(folder, file + " is not what it should be");
    }
  }

  private static RecogniserException broken(Path folder, String what) {
    return new RecogniserException(
        "the Vosk model in %s is broken: %s; unpack it again".formatted(folder, what));
  }
}
