package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.realtime.TokenCount.Tokens;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ImageDetail;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenCountTest {

  private static Tokens of(ItemBody body, long samples) {
    return TokenCount.of(new WireItem("a", ItemStatus.COMPLETED, body), (id, content) -> samples);
  }

  private static ItemBody says(Role role, Content... content) {
    return new ItemBody.Message(role, List.of(content));
  }

  @Test
  void text_isAFourthOfItsCharacters_roundedUp() {
    assertThat(TokenCount.ofText(0)).isZero();
    assertThat(TokenCount.ofText(1)).isEqualTo(1);
    assertThat(TokenCount.ofText(4)).isEqualTo(1);
    assertThat(TokenCount.ofText(5)).isEqualTo(2);
    assertThat(of(says(Role.SYSTEM, new Content.InputText("12345")), 0))
        .isEqualTo(new Tokens(2, 0, 0));
    assertThat(of(says(Role.ASSISTANT, new Content.OutputText("12345")), 0))
        .isEqualTo(new Tokens(2, 0, 0));
  }

  @Test
  void speech_costsTheCallerHalfOfTheModel() {
    Content heard = new Content.InputAudio(Optional.empty(), Optional.of("words are free"));
    Content said = new Content.OutputAudio("words are free", Optional.empty());
    assertThat(of(says(Role.USER, heard), 24_000)).isEqualTo(new Tokens(0, 10, 0));
    assertThat(of(says(Role.USER, heard), 24_001)).isEqualTo(new Tokens(0, 11, 0));
    assertThat(of(says(Role.ASSISTANT, said), 24_000)).isEqualTo(new Tokens(0, 20, 0));
    assertThat(TokenCount.ofReply(1)).isEqualTo(1);
  }

  @Test
  void calls_countNameAndArguments_andOutputsTheirText() {
    assertThat(of(new ItemBody.FunctionCall("call_long_id", "abc", "12345"), 0))
        .isEqualTo(new Tokens(2, 0, 0));
    assertThat(of(new ItemBody.FunctionCallOutput("call_long_id", "12345678"), 0))
        .isEqualTo(new Tokens(2, 0, 0));
  }

  @Test
  void pictures_areFlat() {
    Content picture = new Content.InputImage("data:image/png;base64,AAAA", ImageDetail.HIGH);
    assertThat(of(says(Role.USER, picture, picture), 0).image()).isEqualTo(170);
  }

  @Test
  void sums_addEachKind() {
    Tokens sum = new Tokens(1, 2, 3).plus(new Tokens(10, 20, 30));
    assertThat(sum).isEqualTo(new Tokens(11, 22, 33));
    assertThat(sum.all()).isEqualTo(66);
  }

  @Test
  void cached_isNoMoreThanWasReadThenOrIsReadNow() {
    Usage.Input input = new Tokens(10, 2, 0).after(new Tokens(4, 5, 6));
    assertThat(input.cached()).isEqualTo(new Usage.Cached(4, 2, 0));
    assertThat(input.tokens()).isEqualTo(12);
  }
}
