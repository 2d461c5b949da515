package dev.parley.speech.asr.child;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.Transcript.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bodies of messages. Who unpacks checks: no count is believed that the body has no room for.
 *
 * <p>Unpacking throws {@link IOException} for a body that is none.
 */
final class Pack {

  /** Writes into a body. */
  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  private static final byte EXPECTED = 1;
  private static final byte DICTATION = 2;

  private Pack() {}

  static byte[] body(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  static DataInputStream open(byte[] body) {
    return new DataInputStream(new ByteArrayInputStream(body));
  }

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[count(in, 1)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void task(DataOutputStream out, Task task) throws IOException {
    switch (task) {
      case Task.Expected(LanguageModel model) -> {
        out.writeByte(EXPECTED);
        text(out, model.id());
        text(out, model.arpa());
        out.writeInt(model.pronunciations().size());
        for (Map.Entry<String, List<String>> word : model.pronunciations().entrySet()) {
          text(out, word.getKey());
          out.writeInt(word.getValue().size());
          for (String way : word.getValue()) {
            text(out, way);
          }
        }
      }
      case Task.Dictation(Optional<String> language) -> {
        out.writeByte(DICTATION);
        text(out, language.orElse(""));
      }
    }
  }

  static Task task(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    if (kind == DICTATION) {
      return new Task.Dictation(Optional.of(text(in)).filter(language -> !language.isEmpty()));
    }
    if (kind != EXPECTED) {
      throw new IOException("a task of an unknown kind came");
    }
    String id = text(in);
    String arpa = text(in);
    Map<String, List<String>> pronunciations = new TreeMap<>();
    for (int words = count(in, 8); words > 0; words--) {
      String word = text(in);
      List<String> ways = new ArrayList<>();
      for (int left = count(in, 4); left > 0; left--) {
        ways.add(text(in));
      }
      pronunciations.put(word, List.copyOf(ways));
    }
    return new Task.Expected(new LanguageModel(id, arpa, pronunciations));
  }

  static void beam(DataOutputStream out, Beam beam) throws IOException {
    out.writeByte(
        switch (beam) {
          case NARROW -> 1;
          case NORMAL -> 2;
          case WIDE -> 3;
        });
  }

  static Beam beam(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 1 -> Beam.NARROW;
      case 2 -> Beam.NORMAL;
      case 3 -> Beam.WIDE;
      default -> throw new IOException("an unknown beam came");
    };
  }

  static byte[] audio(Samples audio) {
    byte[] bytes = new byte[2 * audio.count()];
    for (int i = 0; i < audio.count(); i++) {
      bytes[2 * i] = (byte) (audio.at(i) >> 8);
      bytes[2 * i + 1] = (byte) audio.at(i);
    }
    return bytes;
  }

  static Samples audio(byte[] bytes) {
    short[] samples = new short[bytes.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xff));
    }
    return Samples.wrap(samples);
  }

  static void transcripts(DataOutputStream out, List<Transcript> transcripts) throws IOException {
    out.writeInt(transcripts.size());
    for (Transcript transcript : transcripts) {
      out.writeDouble(transcript.confidence());
      out.writeInt(transcript.words().size());
      for (Word word : transcript.words()) {
        text(out, word.text());
        out.writeLong(word.start());
        out.writeLong(word.end());
        out.writeDouble(word.confidence());
      }
    }
  }

  static List<Transcript> transcripts(DataInputStream in) throws IOException {
    List<Transcript> transcripts = new ArrayList<>();
    for (int left = count(in, 12); left > 0; left--) {
      double confidence = in.readDouble();
      List<Word> words = new ArrayList<>();
      for (int more = count(in, 28); more > 0; more--) {
        words.add(new Word(text(in), in.readLong(), in.readLong(), in.readDouble()));
      }
      transcripts.add(new Transcript(words, confidence));
    }
    return transcripts;
  }

  /** How many follow, of at least so many bytes each. */
  private static int count(DataInputStream in, int bytesEach) throws IOException {
    int count = in.readInt();
    if (count < 0 || (long) count * bytesEach > in.available()) {
      throw new IOException("a message promises more than it holds");
    }
    return count;
  }
}
