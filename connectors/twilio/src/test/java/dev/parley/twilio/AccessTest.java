package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sockets.CloseCode;
import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.sim.SimRefused;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.voice.Verb;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.VoiceRequest;
import dev.parley.twilio.voice.WebhookAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is let in, and who is not. */
class AccessTest {

  private static final Duration WHILE = Duration.ofSeconds(8);

  private final RawFarEnd far = new RawFarEnd();

  private static void assertRefused(RawFarEnd.Socket socket) {
    assertThat(socket.answer)
        .isInstanceOfSatisfying(
            UpgradeAnswer.Refuse.class, no -> assertThat(no.status()).isEqualTo(403));
  }

  private static void assertClosed(RawFarEnd.Socket socket, int code) {
    assertThat(socket.closed()).map(WsFrame.Close::code).contains(code);
  }

  @Test
  void webhook_withoutOrWithAWrongSignature_isRefused() {
    far.run(
        WHILE,
        door -> {
          String form = "CallSid=CA1&AccountSid=AC1";
          assertThat(door.ask(VoiceDesk.VOICE, Optional.empty(), form).status()).isEqualTo(403);
          assertThat(door.ask(VoiceDesk.NEXT, Optional.empty(), form).status()).isEqualTo(403);
          String other =
              Signatures.sign("another token", Phone.BASE.http("/twilio/voice"), Map.of());
          assertThat(door.ask(VoiceDesk.VOICE, Optional.of(other), form).status()).isEqualTo(403);
        });
  }

  @Test
  void webhook_signedForAnotherAddress_isRefused() {
    far.run(
        WHILE,
        door -> {
          Map<String, List<String>> form =
              Map.of("CallSid", List.of("CA1"), "AccountSid", List.of("AC1"));
          String signature =
              Signatures.sign(Phone.TOKEN, "https://other.example.com/twilio/voice", form);
          assertThat(
                  door.ask(VoiceDesk.VOICE, Optional.of(signature), "CallSid=CA1&AccountSid=AC1")
                      .status())
              .isEqualTo(403);
        });
  }

  @Test
  void webhook_ofAnotherAccount_isRefused() {
    far.settings(s -> s.withVoice(s.voice().withAccountSid("AC2")))
        .run(WHILE, door -> assertThat(door.ask(VoiceDesk.VOICE, "CA1").status()).isEqualTo(403));
  }

  @Test
  void socket_withoutOrWithAWrongSignature_isRefused() {
    far.run(
        WHILE,
        door -> {
          assertRefused(door.open(Map.of()));
          assertRefused(door.open(Map.of("x-twilio-signature", "bm90IHRoaXMgb25lIGF0IGFsbA==")));
        });
    assertThat(far.summaries).isEmpty();
  }

  @Test
  void previousToken_isGoodForAWhile() {
    far.settings(
            s ->
                new TwilioSettings(
                    s.base(),
                    AuthTokens.of("the new token").withPrevious(Phone.TOKEN),
                    s.line(),
                    s.voice(),
                    s.tools()))
        .run(
            WHILE,
            door -> {
              assertThat(door.ask(VoiceDesk.VOICE, "CA1").status()).isEqualTo(200);
              assertThat(door.open().answer).isInstanceOf(UpgradeAnswer.Accept.class);
            });
  }

  @Test
  void rightNonce_opensACall() {
    far.run(
        WHILE,
        door -> {
          door.open()
              .send(new FromTwilio.Connected("Call", "1.0.0"))
              .send(RawFarEnd.start("CA1", "MZ1", door.nonce("CA1")));
          door.after(Duration.ofSeconds(1), () -> assertThat(door.calls()).isEqualTo(1));
        });
  }

  @Test
  void replayedNonce_isRefused_andTheFirstCallGoesOn() {
    RawFarEnd.Socket[] sockets = new RawFarEnd.Socket[2];
    far.run(
        WHILE,
        door -> {
          String nonce = door.nonce("CA1");
          sockets[0] = door.open().send(RawFarEnd.start("CA1", "MZ1", nonce));
          sockets[1] = door.open();
          door.after(
              Duration.ofSeconds(1), () -> sockets[1].send(RawFarEnd.start("CA1", "MZ2", nonce)));
        });
    assertThat(sockets[0].closed()).isEmpty();
    assertClosed(sockets[1], CloseCode.POLICY);
  }

  @Test
  void nonceOfAnotherCall_isRefused_andNotSpent() {
    RawFarEnd.Socket[] sockets = new RawFarEnd.Socket[2];
    far.run(
        WHILE,
        door -> {
          String nonce = door.nonce("CA1");
          sockets[0] = door.open().send(RawFarEnd.start("CA2", "MZ1", nonce));
          sockets[1] = door.open();
          door.after(
              Duration.ofSeconds(1), () -> sockets[1].send(RawFarEnd.start("CA1", "MZ2", nonce)));
        });
    assertClosed(sockets[0], CloseCode.POLICY);
    assertThat(sockets[1].closed()).isEmpty();
  }

  @Test
  void nonceThatIsTooOld_isRefused() {
    RawFarEnd.Socket[] socket = new RawFarEnd.Socket[1];
    far.run(
        Duration.ofSeconds(70),
        door -> {
          String nonce = door.nonce("CA1");
          door.after(
              Duration.ofSeconds(61),
              () -> socket[0] = door.open().send(RawFarEnd.start("CA1", "MZ1", nonce)));
        });
    assertClosed(socket[0], CloseCode.POLICY);
  }

  @Test
  void startThatIsTooLate_isRefused() {
    RawFarEnd.Socket[] socket = new RawFarEnd.Socket[1];
    far.run(
        WHILE,
        door -> {
          String nonce = door.nonce("CA1");
          socket[0] = door.open().send(new FromTwilio.Connected("Call", "1.0.0"));
          door.after(
              Duration.ofMillis(5_100), () -> socket[0].send(RawFarEnd.start("CA1", "MZ1", nonce)));
        });
    assertClosed(socket[0], CloseCode.POLICY);
    assertThat(far.summaries).isEmpty();
  }

  @Test
  void anythingBeforeStart_isRefused() {
    RawFarEnd.Socket[] sockets = new RawFarEnd.Socket[3];
    far.run(
        WHILE,
        door -> {
          sockets[0] = door.open().send(new FromTwilio.Mark(1, "MZ1", "x"));
          sockets[1] = door.open().send("this is no message");
          sockets[2] = door.open().send(new WsFrame.Binary(new byte[3]));
        });
    for (RawFarEnd.Socket socket : sockets) {
      assertClosed(socket, CloseCode.POLICY);
    }
  }

  @Test
  void messageOfAnotherStream_endsTheCall() {
    RawFarEnd.Socket[] socket = new RawFarEnd.Socket[1];
    far.run(
        WHILE,
        door -> {
          socket[0] =
              door.open()
                  .send(RawFarEnd.start("CA1", "MZ1", door.nonce("CA1")))
                  .send(new FromTwilio.Dtmf(2, "MZ2", '1'));
        });
    assertClosed(socket[0], CloseCode.POLICY);
    assertThat(far.summaries).extracting(summary -> summary.why()).containsExactly(Why.FAULT);
  }

  @Test
  void tooManyMessagesWithoutSense_endTheCall_aFewDoNot() {
    RawFarEnd.Socket[] sockets = new RawFarEnd.Socket[2];
    far.run(
        WHILE,
        door -> {
          sockets[0] = door.open().send(RawFarEnd.start("CA1", "MZ1", door.nonce("CA1")));
          sockets[1] = door.open().send(RawFarEnd.start("CA2", "MZ2", door.nonce("CA2")));
          for (int i = 0; i < 19; i++) {
            sockets[0].send("{\"event\":\"media\"}");
            sockets[1].send("{}");
          }
          sockets[1].send("{}");
        });
    assertThat(sockets[0].closed()).isEmpty();
    assertClosed(sockets[1], CloseCode.POLICY);
  }

  @Test
  void noSeat_isToldPolitely() {
    far.seats(TwilioSeats.of(1))
        .run(
            WHILE,
            door -> {
              String later = door.nonce("CA2");
              door.open().send(RawFarEnd.start("CA1", "MZ1", door.nonce("CA1")));
              RawFarEnd.Socket[] socket = new RawFarEnd.Socket[1];
              door.after(
                  Duration.ofSeconds(1),
                  () -> {
                    WebhookAnswer busy = door.ask(VoiceDesk.VOICE, "CA3");
                    assertThat(busy.status()).isEqualTo(200);
                    assertThat(busy.body())
                        .contains("<Say>All our lines are busy")
                        .contains("<Hangup/>");
                    socket[0] = door.open().send(RawFarEnd.start("CA2", "MZ2", later));
                  });
              door.after(
                  Duration.ofSeconds(2),
                  () -> {
                    assertClosed(socket[0], CloseCode.TRY_LATER);
                    assertThat(door.ask(VoiceDesk.NEXT, "CA2").body()).contains("busy");
                  });
            });
  }

  @Test
  void seat_isGivenBackAtTheEnd() {
    far.seats(TwilioSeats.of(1))
        .run(
            WHILE,
            door -> {
              door.open()
                  .send(RawFarEnd.start("CA1", "MZ1", door.nonce("CA1")))
                  .send(new FromTwilio.Stop(2, "MZ1", "CA1"));
              door.after(
                  Duration.ofSeconds(1),
                  () -> {
                    assertThat(door.calls()).isZero();
                    assertThat(door.seats.isFree()).isTrue();
                  });
            });
    assertThat(far.summaries).hasSize(1);
  }

  @Test
  void agentThatTakesNobody_isBusy() {
    Phone.Run run =
        Phone.answering(Duration.ofSeconds(1))
            .agents(agent -> start -> Optional.empty())
            .run(SimScript.says(Phone.voice(500, 1_500)));
    assertThat(run.result().last()).hasExactlyElementsOfTypes(Verb.Say.class, Verb.Hangup.class);
    assertThat(run.stream().closeCode()).isEqualTo(CloseCode.TRY_LATER);
  }

  @Test
  void farEndWithAnotherToken_isRefused() {
    assertThatThrownBy(
            () ->
                Phone.answering(Duration.ofSeconds(1))
                    .settings(
                        s ->
                            new TwilioSettings(
                                s.base(), AuthTokens.of("other"), s.line(), s.voice(), s.tools()))
                    .run(SimScript.says(Phone.voice(500, 1_500))))
        .isInstanceOf(SimRefused.class)
        .hasMessage(
            "the server answered 403: The signature is not Twilio's: check the auth token, and that"
                + " the public base is the address that Twilio was given.");
  }

  @Test
  void callStart_tellsAgentAndParametersButNoNonce() {
    CallStart[] seen = new CallStart[1];
    Phone.answering(Duration.ofSeconds(1))
        .agents(
            agent ->
                new TwilioAgents() {
                  @Override
                  public Optional<Agent> answer(CallStart start) {
                    seen[0] = start;
                    return Optional.of(agent);
                  }

                  @Override
                  public Optional<Map<String, String>> welcome(VoiceRequest request) {
                    return Optional.of(Map.of("plan", "<gold & \"more\">"));
                  }
                })
        .calledBy(sim -> sim.withAgent("sales"))
        .run(SimScript.says(Phone.voice(500, 1_500)).hangsUpAt(Duration.ofSeconds(3)));
    assertThat(seen[0].parameters()).isEqualTo(Map.of("plan", "<gold & \"more\">"));
    assertThat(seen[0].request().agent()).isEqualTo("sales");
    assertThat(seen[0].request().from()).contains("+15005550006");
    assertThat(seen[0]).asString().doesNotContain("gold").doesNotContain("+1500");
  }
}
