package dev.parley.twilio.sim;

import dev.parley.sockets.WsFrame;
import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.voice.Form;
import dev.parley.twilio.voice.TwimlReader;
import dev.parley.twilio.voice.Verb;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.WebhookAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Plays Twilio, for development without an account: asks the webhook, opens the media stream, says
 * what the caller says, buffers and plays what comes as Twilio does, and asks what follows.
 *
 * <pre>{@code
 * TwilioSim.call(new NetLine(system, client, URI.create("ws://127.0.0.1:8080")), settings, script)
 * }</pre>
 */
public final class TwilioSim {

  /** How many webhooks are followed: who redirects for ever is not. */
  private static final int MOST_STEPS = 12;

  private final SimLine line;
  private final SimSettings settings;
  private final SimScript script;
  private final SplittableRandom random;
  private SimCall call;
  private final List<SimReport> streams = new ArrayList<>();
  private int steps;

  private TwilioSim(SimLine line, SimSettings settings, SimScript script) {
    this.line = line;
    this.settings = settings;
    this.script = script;
    random = new SplittableRandom(settings.seed());
    call = SimCall.make(random);
  }

  /**
   * Makes a call and waits for its end, and for what would become of it then.
   *
   * @return fails with {@link SimRefused} if the server refuses it
   */
  public static CompletionStage<SimResult> call(
      SimLine line, SimSettings settings, SimScript script) {
    TwilioSim sim = new TwilioSim(line, settings, script);
    String path = VoiceDesk.VOICE + (settings.agent().isEmpty() ? "" : "/" + settings.agent());
    return sim.ask(settings.base().http(path), "ringing");
  }

  /** Asks a webhook and does what it says. */
  private CompletionStage<SimResult> ask(String url, String status) {
    if (++steps > MOST_STEPS) {
      return CompletableFuture.failedStage(new SimRefused(200, "it redirects for ever"));
    }
    Map<String, String> fields = new TreeMap<>();
    fields.put("CallSid", call.callSid());
    fields.put("AccountSid", call.accountSid());
    fields.put("From", settings.from());
    fields.put("To", settings.to());
    fields.put("CallStatus", status);
    fields.put("Direction", "inbound");
    Map<String, List<String>> signed = new LinkedHashMap<>();
    fields.forEach((name, value) -> signed.put(name, List.of(value)));
    String signature = Signatures.sign(settings.token(), url, signed);
    return line.post(target(url), signature, Form.write(fields))
        .thenComposeAsync(this::follow, Runnable::run);
  }

  private CompletionStage<SimResult> follow(WebhookAnswer answer) {
    if (!answer.isTwiml()) {
      return CompletableFuture.failedStage(new SimRefused(answer.status(), answer.body()));
    }
    List<Verb> verbs;
    try {
      verbs = TwimlReader.read(answer.body());
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedStage(e);
    }
    for (Verb verb : verbs) {
      switch (verb) {
        case Verb.Connect connect -> {
          return stream(connect);
        }
        case Verb.Redirect redirect -> {
          return ask(redirect.url(), "in-progress");
        }
        case Verb.Dial dial -> {} // nobody is called
        case Verb.Say say -> {}
        case Verb.Hangup hangup -> {}
      }
    }
    return CompletableFuture.completedStage(new SimResult(call.callSid(), streams, verbs));
  }

  private CompletionStage<SimResult> stream(Verb.Connect connect) {
    CompletableFuture<SimReport> report = new CompletableFuture<>();
    call = streams.isEmpty() ? call : call.again(random);
    Flow<WsFrame, WsFrame, NotUsed> farEnd =
        Flow.fromGraph(new SimStage(call, script, connect.parameters()))
            .mapMaterializedValue(
                end -> {
                  end.thenAcceptAsync(report::complete, Runnable::run);
                  return NotUsed.getInstance();
                });
    String signature = Signatures.sign(settings.token(), connect.url(), Map.of());
    return line.connect(target(connect.url()), signature, farEnd)
        .thenComposeAsync(opened -> report, Runnable::run)
        .thenComposeAsync(
            ended -> {
              streams.add(ended);
              boolean hungUp = !ended.byServer() && script.faults().cutAt().isEmpty();
              return ask(connect.action(), hungUp ? "completed" : "in-progress");
            },
            Runnable::run);
  }

  /** What of an address the server sees: it may be dialled elsewhere. */
  private String target(String url) {
    URI uri = URI.create(url);
    String path = uri.getRawPath();
    String prefix = settings.base().prefix();
    String local = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    return uri.getRawQuery() == null ? local : local + "?" + uri.getRawQuery();
  }
}
