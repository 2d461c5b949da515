package dev.parley.files;

import dev.parley.audio.codec.Pcm;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds audio files byte by byte. */
final class TestFiles {

  private TestFiles() {}

  static Samples ramp(int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) (i * 257 % 60_000 - 30_000);
    }
    return Samples.wrap(pcm);
  }

  static byte[] chunk(String name, byte[] content) {
    return chunk(name, content.length, content);
  }

  /** A chunk that claims a length, padded to an even one. */
  static byte[] chunk(String name, long claimed, byte[] content) {
    ByteBuffer chunk =
        ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt((int) claimed).put(content);
    return chunk.array();
  }

  static byte[] fmt(int code, AudioFormat format) {
    int width = Pcm.width(format.encoding());
    return fmt(code, format.channels(), format.rate(), width * format.channels(), 8 * width);
  }

  static byte[] fmt(int code, int channels, int rate, int frame, int bits) {
    ByteBuffer fmt = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    fmt.putShort((short) code).putShort((short) channels).putInt(rate).putInt(rate * frame);
    return fmt.putShort((short) frame).putShort((short) bits).array();
  }

  static byte[] riff(byte[]... chunks) {
    return riff(-1, chunks);
  }

  static byte[] riff(long claimed, byte[]... chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WAVE".getBytes(StandardCharsets.ISO_8859_1));
    for (byte[] chunk : chunks) {
      body.writeBytes(chunk);
    }
    return chunk("RIFF", claimed < 0 ? body.size() : claimed, body.toByteArray());
  }

  static byte[] wav(int code, AudioFormat format, byte[] audio) {
    return riff(chunk("fmt ", fmt(code, format)), chunk("data", audio));
  }

  static byte[] wav(int rate, Samples mono) {
    return wav(1, AudioFormat.pcm16(rate), Pcm.encode(AudioFormat.Encoding.PCM16, mono));
  }

  static Path write(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** A FLAC file that compresses nothing: 16 bits, frames of up to 4,096 samples. */
  static byte[] flac(int rate, long claimed, Samples... channels) {
    int count = channels[0].count();
    ByteBuffer info = ByteBuffer.allocate(34);
    info.putShort((short) 4_096).putShort((short) 4_096).put(new byte[6]);
    info.putLong(((long) rate << 44) | (channels.length - 1L) << 41 | 15L << 36 | claimed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("fLaC".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(new byte[] {0, 0, 0, 34});
    out.writeBytes(info.array());
    out.writeBytes(new byte[] {(byte) 0x81, 0, 0, 5, 1, 2, 3, 4, 5}); // padding
    int number = 0;
    for (int at = 0; at < count; at += 4_096) {
      int length = Math.min(4_096, count - at);
      ByteBuffer frame =
          ByteBuffer.allocate(10 + channels.length * (1 + 2 * length)); // number below 128
      frame.putShort((short) 0xFFF8).put((byte) 0x70);
      frame.put((byte) ((channels.length - 1) << 4 | 4 << 1)).put((byte) number++);
      frame.putShort((short) (length - 1));
      frame.put((byte) crc(frame.array(), frame.position(), 8, 0x07));
      for (Samples channel : channels) {
        frame.put((byte) 2); // verbatim
        for (int i = 0; i < length; i++) {
          frame.putShort(channel.at(at + i));
        }
      }
      frame.putShort((short) crc(frame.array(), frame.position(), 16, 0x8005));
      out.writeBytes(frame.array());
    }
    return out.toByteArray();
  }

  private static int crc(byte[] bytes, int count, int width, int polynomial) {
    int crc = 0;
    for (int i = 0; i < count; i++) {
      crc ^= (bytes[i] & 0xFF) << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >> (width - 1) & 1) == 1 ? (crc << 1) ^ polynomial : crc << 1;
      }
    }
    return crc & ((1 << width) - 1);
  }
}
