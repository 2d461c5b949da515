package dev.parley.speech.asr.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message between parent and child: its length (4 bytes), its kind (1 byte), whom it concerns (4
 * bytes), what it says. All numbers are big-endian.
 *
 * <p>Whom it concerns is the number of a decoder, or of a question that concerns none; answers
 * repeat it.
 */
final class Message {

  /** Both sides must speak the same. */
  static final int VERSION = 1;

  /** Longer is no message: a language model of ten thousand words has about a megabyte. */
  static final int LONGEST = 16 << 20;

  private static final int HEAD = 5;

  enum Kind {
    /** From the child, once, first: version, name, rate, capacity. */
    HELLO,
    /** Can it do this task? Answered by ANSWER. */
    CAN,
    /** Opens a decoder. Answered by ANSWER. */
    OPEN,
    /** No answer. */
    BEGIN,
    /** Audio. No answer. */
    FEED,
    /** What it seems to be. Answered by ANSWER. */
    PARTIAL,
    /** What it is. Answered by ANSWER. */
    FINISH,
    /** Closes a decoder. No answer. */
    CLOSE,
    ANSWER,
    /** The task is one it cannot do, or the like: the sentence. In place of ANSWER. */
    REFUSED,
    /** The recogniser is broken: the sentence. In place of ANSWER, or of HELLO. */
    FAILED
  }

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Kind kind;
  private final int about;
  private final byte[] body;

  /**
   * @param body owned by the message from now on
   */
  Message(Kind kind, int about, byte[] body) {
    this.kind = kind;
    this.about = about;
    this.body = body;
  }

  Kind kind() {
    return kind;
  }

  int about() {
    return about;
  }

  /** Not copied: to be read only. */
  byte[] body() {
    return body;
  }

  void write(DataOutputStream out) throws IOException {
    if (body.length > LONGEST) {
      throw new IOException("a message of %d bytes is too long".formatted(body.length));
    }
    out.writeInt(HEAD + body.length);
    out.writeByte(KINDS.indexOf(kind));
    out.writeInt(about);
    out.write(body);
    out.flush();
  }

  /**
   * The next message.
   *
   * @return null at the end of the stream
   * @throws IOException if what comes is no message
   */
  static @Nullable Message read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
    if (length < HEAD || length > HEAD + LONGEST) {
      throw new IOException("what came is no message");
    }
    int kind = in.readUnsignedByte();
    if (kind >= KINDS.size()) {
      throw new IOException("a message of an unknown kind came");
    }
    int about = in.readInt();
    byte[] body = new byte[length - HEAD];
    in.readFully(body);
    return new Message(KINDS.get(kind), about, body);
  }

  /** Keeps audio and words out of logs. */
  @Override
  public String toString() {
    return "Message[%s %d, %d bytes]".formatted(kind, about, body.length);
  }
}
