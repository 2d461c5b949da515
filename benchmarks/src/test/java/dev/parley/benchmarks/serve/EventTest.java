package dev.parley.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventTest {

  @Property
  void audioDelta_isCountedInBytesOfSound(@ForAll @IntRange(max = 5_000) int bytes) {
    String audio = Base64.getEncoder().encodeToString(new byte[bytes]);
    Event event =
        Event.read(
            json(
                "{'type':'response.output_audio.delta','event_id':'e','response_id':'resp_1',"
                    + "'delta':'"
                    + audio
                    + "'}"));
    assertThat(event).isEqualTo(new Event("response.output_audio.delta", "resp_1", bytes, ""));
  }

  @Test
  void textDelta_isNoAudio() {
    Event event =
        Event.read(json("{'type':'response.output_audio_transcript.delta','delta':'hello'}"));
    assertThat(event.audioBytes()).isZero();
  }

  @Test
  void nestedType_isNotTheType() {
    Event event = Event.read(json("{'session':{'type':'realtime'},'type':'session.created'}"));
    assertThat(event.type()).isEqualTo("session.created");
  }

  @Test
  void response_givesItsId() {
    Event event =
        Event.read(
            json("{'type':'response.done','response':{'output':[{'id':'x'}],'id':'resp_2'}}"));
    assertThat(event.responseId()).isEqualTo("resp_2");
  }

  @Test
  void error_givesItsMessage() {
    Event event = Event.read(json("{'type':'error','error':{'code':null,'message':'no'}}"));
    assertThat(event.complaint()).isEqualTo("no");
  }

  @Test
  void whatIsNoJson_isRefused() {
    assertThatThrownBy(() -> Event.read(json("{'type':"))).isInstanceOf(UncheckedIOException.class);
  }

  private static ByteBuf json(String text) {
    return Unpooled.copiedBuffer(text.replace('\'', '"'), StandardCharsets.UTF_8);
  }
}
