package dev.parley.wire;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.Base64Audio;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The short cut for {@code input_audio_buffer.append}: looks at the bytes without building
 * anything. It takes the three known keys in any order, with or without blanks between, and plain
 * strings without escapes; at anything else it gives up, and the long way finds out what it is.
 */
final class AppendScanner {

  private static final byte[] TYPE = ascii("type");
  private static final byte[] AUDIO = ascii("audio");
  private static final byte[] EVENT_ID = ascii("event_id");
  private static final byte[] APPEND = ascii(ClientEventType.AUDIO_APPEND.word());
  private static final int MAX_EVENT_ID = 64;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long QUOTES = 0x2222_2222_2222_2222L;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;

  private final byte[] frame;
  private final int end;
  private int at;
  private int valueStart;
  private int valueEnd;

  private AppendScanner(byte[] frame, int offset, int length) {
    this.frame = frame;
    this.at = offset;
    this.end = offset + length;
  }

  /** The event, or null if the long way must be taken. */
  static ClientEvent.@Nullable AudioAppend scan(byte[] frame, int offset, int length) {
    return new AppendScanner(frame, offset, length).scan();
  }

  private ClientEvent.@Nullable AudioAppend scan() {
    if (!take('{')) {
      return null;
    }
    boolean append = false;
    int audioStart = -1;
    int audioEnd = -1;
    String eventId = null;
    do {
      if (!string()) {
        return null;
      }
      int keyStart = valueStart;
      int keyEnd = valueEnd;
      if (!take(':') || !string()) {
        return null;
      }
      if (!append && is(TYPE, keyStart, keyEnd)) {
        if (!is(APPEND, valueStart, valueEnd)) {
          return null;
        }
        append = true;
      } else if (audioStart < 0 && is(AUDIO, keyStart, keyEnd)) {
        audioStart = valueStart;
        audioEnd = valueEnd;
      } else if (eventId == null && is(EVENT_ID, keyStart, keyEnd)) {
        eventId = plain(valueStart, valueEnd);
        if (eventId == null) {
          return null;
        }
      } else {
        return null; // an unknown key, or one for the second time
      }
    } while (take(','));
    if (!take('}') || !append || audioStart < 0 || !onlyBlanksLeft()) {
      return null;
    }
    return event(eventId, audioStart, audioEnd);
  }

  private ClientEvent.@Nullable AudioAppend event(@Nullable String eventId, int start, int stop) {
    if ((stop - start) / 4 * 3L > Base64Audio.MAX_BYTES) {
      return null;
    }
    Optional<AudioBytes> audio = Base64Audio.decode(frame, start, stop - start);
    return audio.isEmpty()
        ? null
        : new ClientEvent.AudioAppend(Optional.ofNullable(eventId), audio.get());
  }

  /** Steps over blanks and this character, if it is the next. */
  private boolean take(char wanted) {
    blanks();
    if (at < end && frame[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private boolean onlyBlanksLeft() {
    blanks();
    return at == end;
  }

  private void blanks() {
    while (at < end
        && (frame[at] == ' ' || frame[at] == '\n' || frame[at] == '\r' || frame[at] == '\t')) {
      at++;
    }
  }

  /**
   * Steps over a string. Escapes are not looked for here: none of the strings that are accepted
   * later can hold a backslash.
   */
  private boolean string() {
    if (!take('"')) {
      return false;
    }
    valueStart = at;
    valueEnd = nextQuote(at);
    at = valueEnd + 1;
    return valueEnd < end;
  }

  /** Eight bytes at a time; the index of the quote, or the end of the frame. */
  private int nextQuote(int from) {
    int i = from;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long zeroWhereQuote = (long) LONGS.get(frame, i) ^ QUOTES;
      long found = (zeroWhereQuote - ONES) & ~zeroWhereQuote & HIGHS;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >> 3);
      }
    }
    while (i < end && frame[i] != '"') {
      i++;
    }
    return i;
  }

  private boolean is(byte[] word, int start, int stop) {
    return Arrays.equals(frame, start, stop, word, 0, word.length);
  }

  /** A short event id of printable ASCII. */
  private @Nullable String plain(int start, int stop) {
    if (stop - start > MAX_EVENT_ID) {
      return null;
    }
    for (int i = start; i < stop; i++) {
      if (frame[i] < ' ' || frame[i] == '\\' || frame[i] == 0x7F) {
        return null;
      }
    }
    return new String(frame, start, stop - start, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
