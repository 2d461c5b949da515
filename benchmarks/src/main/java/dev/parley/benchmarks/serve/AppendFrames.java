package dev.parley.benchmarks.serve;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * {@code input_audio_buffer.append} events, ready to be sent: a sound in frames of 20 ms, over and
 * over. A frame may carry a number, written over its first two samples, by which an echo is known.
 */
final class AppendFrames {

  /** Numbers are smaller than this. */
  static final int NUMBERS = 1 << 24;

  private static final String BEFORE = "{\"type\":\"input_audio_buffer.append\",\"audio\":\"";
  private static final String AFTER = "\"}";
  private static final byte[] DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int DIGIT_COUNT = 4;

  private final byte[][] frames;
  private final int payload;

  AppendFrames(byte[][] pcm) {
    frames = new byte[pcm.length][];
    int length = 0;
    for (int i = 0; i < pcm.length; i++) {
      String json = BEFORE + Base64.getEncoder().encodeToString(pcm[i]) + AFTER;
      length = json.length();
      frames[i] = ClientFrame.text(json);
    }
    payload = length;
  }

  /** The JSON of one event, in bytes. */
  int payloadBytes() {
    return payload;
  }

  /** A frame of the sound. The caller owns the buffer. */
  ByteBuf frame(long index, ByteBufAllocator memory) {
    byte[] frame = frames[(int) (index % frames.length)];
    return memory.directBuffer(frame.length).writeBytes(frame);
  }

  /** The same with a number on it. */
  ByteBuf numbered(long number, ByteBufAllocator memory) {
    ByteBuf frame = frame(number, memory);
    int head = ClientFrame.head(payload);
    for (int i = 0; i < DIGIT_COUNT; i++) {
      int digit = (int) (number >> (6 * (DIGIT_COUNT - 1 - i))) & 63;
      int place = BEFORE.length() + i;
      frame.setByte(head + place, ClientFrame.masked(DIGITS[digit], place));
    }
    return frame;
  }

  /** The number on the text of a frame, or -1 if it is no such text. */
  static int number(ByteBuf utf8) {
    if (utf8.readableBytes() < BEFORE.length() + DIGIT_COUNT) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < DIGIT_COUNT; i++) {
      int digit = digit(utf8.getByte(utf8.readerIndex() + BEFORE.length() + i));
      if (digit < 0) {
        return -1;
      }
      number = (number << 6) | digit;
    }
    return number;
  }

  private static int digit(byte letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return letter - 'A';
    } else if (letter >= 'a' && letter <= 'z') {
      return letter - 'a' + 26;
    } else if (letter >= '0' && letter <= '9') {
      return letter - '0' + 52;
    }
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
  }
}
