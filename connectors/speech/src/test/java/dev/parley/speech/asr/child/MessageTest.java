package dev.parley.speech.asr.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.child.Message.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static byte[] written(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Property(tries = 100)
  void message_isReadAsItWasWritten(@ForAll Kind kind, @ForAll int about, @ForAll byte[] body)
      throws IOException {
    Message read =
        Objects.requireNonNull(Message.read(in(written(new Message(kind, about, body)))));
    assertThat(read.kind()).isEqualTo(kind);
    assertThat(read.about()).isEqualTo(about);
    assertThat(read.body()).isEqualTo(body);
  }

  @Property(tries = 200)
  void rubbish_isRefusedOrRead_butNothingElseIsThrown(@ForAll byte[] bytes) {
    try {
      Message message = Message.read(in(bytes));
      if (message != null) {
        Pack.transcripts(Pack.open(message.body()));
      }
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  @Test
  void endOfStream_isNoMessage() throws IOException {
    assertThat(Message.read(in(new byte[0]))).isNull();
  }

  @Test
  void messageCutOff_isRefused() throws IOException {
    byte[] whole = written(new Message(Kind.FEED, 1, new byte[8]));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
    assertThatIOException()
        .isThrownBy(() -> Message.read(in(cut)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void lengthBeyondTheLongest_isRefusedBeforeMemoryIsTaken() {
    assertThatIOException()
        .isThrownBy(() -> Message.read(in(new byte[] {0x7f, -1, -1, -1, 1, 0, 0, 0, 0})));
  }

  @Test
  void countBeyondTheBody_isRefused() {
    byte[] body = Pack.body(to -> to.writeInt(Integer.MAX_VALUE));
    assertThatIOException().isThrownBy(() -> Pack.transcripts(Pack.open(body)));
    assertThatIOException().isThrownBy(() -> Pack.text(Pack.open(body)));
  }

  @Test
  void tasks_areUnpackedAsTheyWere() throws IOException {
    Task expected =
        new Task.Expected(
            new LanguageModel("id", "\\data\\", Map.of("a", List.of("AH", "EY"), "é", List.of())));
    Task dictation = new Task.Dictation(Optional.of("de"));
    Task any = new Task.Dictation(Optional.empty());
    for (Task task : List.of(expected, dictation, any)) {
      assertThat(Pack.task(Pack.open(Pack.body(to -> Pack.task(to, task))))).isEqualTo(task);
    }
  }

  @Test
  void transcripts_areUnpackedAsTheyWere() throws IOException {
    List<Transcript> transcripts =
        List.of(
            new Transcript(List.of(new Transcript.Word("six", 10, 20, 0.5)), 0.4),
            Transcript.EMPTY);
    byte[] body = Pack.body(to -> Pack.transcripts(to, transcripts));
    assertThat(Pack.transcripts(Pack.open(body))).isEqualTo(transcripts);
  }

  @Test
  void audio_isUnpackedAsItWas() {
    Samples audio = Samples.wrap((short) 1, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE);
    assertThat(Pack.audio(Pack.audio(audio))).isEqualTo(audio);
  }
}
