package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  private static final String PROTOCOL = "Sec-WebSocket-Protocol";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization|Bearer sk-x",
        "authorization|bearer sk-x",
        "AUTHORIZATION|BEARER   sk-x ",
        "api-key|sk-x",
        "Api-Key| sk-x",
        "Sec-WebSocket-Protocol|realtime, openai-insecure-api-key.sk-x",
        "Sec-WebSocket-Protocol|realtime,openai-insecure-api-key.sk-x,openai-organization.org-1,"
            + " openai-project.p, openai-agents-sdk.0.20.0",
        "sec-websocket-protocol|openai-insecure-api-key.sk-x"
      })
  void key_isFound_whereTheClientsPutIt(String name, String value) {
    assertThat(key(Heads.head(name, value))).isEqualTo("sk-x");
  }

  @Test
  void protocolsInSeveralHeaders_areOneList() {
    RequestHead head =
        Heads.head(PROTOCOL, "realtime", PROTOCOL, "openai-insecure-api-key.sk.with.dots");
    assertThat(key(head)).isEqualTo("sk.with.dots");
    assertThat(Credentials.subprotocol(head)).contains("realtime");
  }

  @Test
  void noHeader_isNothing() {
    assertThat(Credentials.presented(Heads.head())).isInstanceOf(Presented.Nothing.class);
    assertThat(Credentials.presented(Heads.head("Cookie", "Authorization=Bearer sk-x")))
        .isInstanceOf(Presented.Nothing.class);
    assertThat(Credentials.presented(Heads.head(PROTOCOL, "realtime, openai-project.p")))
        .isInstanceOf(Presented.Nothing.class);
  }

  @Test
  void sameKeyTwice_isOne_andTwoKeys_areUnusable() {
    assertThat(key(Heads.head("Authorization", "Bearer a", "api-key", "a"))).isEqualTo("a");
    assertThat(message(Heads.head("Authorization", "Bearer a", "api-key", "b")))
        .contains("send one");
    assertThat(message(Heads.head("Authorization", "Bearer a", "Authorization", "Bearer b")))
        .contains("send one");
    assertThat(
            message(Heads.head(PROTOCOL, "openai-insecure-api-key.a, openai-insecure-api-key.b")))
        .contains("send one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sk-x", "Basic c2s6eA==", "Bearer", "Bearersk-x"})
  void otherSchemes_areUnusable(String value) {
    assertThat(message(Heads.head("Authorization", value))).contains("Bearer KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Bearer a b", "Bearer a,b", "Bearer \u00e4", "Bearer a\tb"})
  void keyThatIsNone_isUnusable(String value) {
    assertThat(message(Heads.head("Authorization", value))).contains("The key is not one");
  }

  @Test
  void keyOfAnyLength_isLookedAt_upToALimit() {
    assertThat(key(Heads.head("api-key", "x".repeat(512)))).hasSize(512);
    assertThat(message(Heads.head("api-key", "x".repeat(513)))).contains("512");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/realtime?api-key=x",
        "/v1/realtime?model=m&API_KEY=x",
        "/v1/realtime?api%2Dkey=x",
        "/v1/realtime?model=m&access_token",
        "/v1/realtime?model=m&t=ek_123",
        "/v1/realtime?anything=sk-proj-1",
        "/v1/realtime?anything=%73k-proj-1"
      })
  void keyInTheUrl_isRefused_evenNextToAGoodOne(String target) {
    RequestHead head = Heads.from(Heads.LOOPBACK, target, "Authorization", "Bearer sk-x");
    Presented.Unusable refused = (Presented.Unusable) Credentials.presented(head);
    assertThat(refused.code()).isEqualTo("api_key_in_query");
    assertThat(refused.message()).contains("must not be in the URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/realtime",
        "/v1/realtime?",
        "/v1/realtime?model=gpt-realtime&intent=transcription",
        "/v1/realtime?model=%zz&&=&=x&x",
        "/sk-/ek_?model=ask-me"
      })
  void otherUrls_areFine(String target) {
    assertThat(Credentials.presented(Heads.from(Heads.LOOPBACK, target)))
        .isInstanceOf(Presented.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "realtime|realtime",
        "openai-insecure-api-key.k, realtime|realtime",
        "a,b ,realtime ,c|realtime",
        "Realtime|",
        "realtime2|",
        "openai-insecure-api-key.realtime|"
      })
  void answer_isRealtimeOrNone(String offered, String answered) {
    assertThat(Credentials.subprotocol(Heads.head(PROTOCOL, offered)).orElse(null))
        .isEqualTo(answered);
  }

  @Test
  void nothingOffered_isAnsweredWithNothing() {
    assertThat(Credentials.subprotocol(Heads.head("Authorization", "Bearer a"))).isEmpty();
  }

  @Test
  void times_areWantedByWhoSaysSo_andStillAnsweredWithTheProtocolAlone() {
    RequestHead asks = Heads.head(PROTOCOL, "realtime, parley-timing");
    assertThat(Credentials.wantsTimes(asks)).isTrue();
    assertThat(Credentials.subprotocol(asks)).contains("realtime");
    assertThat(Credentials.wantsTimes(Heads.head(PROTOCOL, "realtime"))).isFalse();
    assertThat(Credentials.wantsTimes(Heads.head("X-Other", "parley-timing"))).isFalse();
  }

  @Property
  void anyHeaderAndUrl_getAnAnswer(
      @ForAll String target, @ForAll String value, @ForAll String protocols) {
    RequestHead head =
        Heads.from(Heads.LOOPBACK, target, "Authorization", "Bearer " + value, PROTOCOL, protocols);
    assertThat(Credentials.presented(head)).isNotInstanceOf(Presented.Nothing.class);
    assertThat(Credentials.subprotocol(head).orElse("realtime")).isEqualTo("realtime");
  }

  private static String key(RequestHead head) {
    return ((Presented.Key) Credentials.presented(head)).secret().text();
  }

  private static String message(RequestHead head) {
    Presented.Unusable unusable = (Presented.Unusable) Credentials.presented(head);
    assertThat(unusable.code()).isEqualTo("invalid_api_key");
    return unusable.message();
  }
}
