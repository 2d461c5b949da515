package dev.parley.twilio.voice;

import dev.parley.twilio.signature.Nonces;
import dev.parley.twilio.signature.PublicBase;
import dev.parley.twilio.signature.Signatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers Twilio's webhooks: what is to become of a call when it comes in, and when its stream has
 * ended. Knows no HTTP library. Safe for any thread.
 */
public final class VoiceDesk {

  /** Where Twilio asks when a call comes in; an agent's name may follow. */
  public static final String VOICE = "/twilio/voice";

  /** Where Twilio asks when a stream has ended. */
  public static final String NEXT = "/twilio/next";

  /** The WebSocket. */
  public static final String MEDIA = "/twilio/media";

  /** The stream's parameter that holds the nonce. */
  public static final String NONCE = "parley_nonce";

  private static final String RETRY = "retry";
  private static final Pattern AGENT = Pattern.compile(VOICE + "(?:/([A-Za-z0-9_.-]{1,64}))?");
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

  private final VoiceSettings settings;
  private final PublicBase base;
  private final Signatures signatures;
  private final Nonces<VoiceRequest> nonces;
  private final Endings endings;
  private final Callers callers;

  public VoiceDesk(
      VoiceSettings settings,
      PublicBase base,
      Signatures signatures,
      Nonces<VoiceRequest> nonces,
      Endings endings,
      Callers callers) {
    this.settings = settings;
    this.base = base;
    this.signatures = signatures;
    this.nonces = nonces;
    this.endings = endings;
    this.callers = callers;
  }

  /** Whether a path is one of the webhooks. */
  public static boolean isMine(String path) {
    return path.equals(NEXT) || AGENT.matcher(path).matches();
  }

  public WebhookAnswer answer(Webhook webhook) {
    Optional<Map<String, List<String>>> form = Form.read(webhook.body());
    Optional<Map<String, List<String>>> query = Form.read(webhook.query().orElse(""));
    if (form.isEmpty() || query.isEmpty()) {
      return WebhookAnswer.refused(400, "The body and the query must be forms.");
    }
    if (!signatures.ofRequest(webhook.signature(), webhook.target(), form.get())) {
      return WebhookAnswer.refused(
          403,
          "The signature is not Twilio's: check the auth token, and that the public base is the"
              + " address that Twilio was given.");
    }
    Matcher agent = AGENT.matcher(webhook.path());
    VoiceRequest request =
        new VoiceRequest(
            agent.matches() && agent.group(1) != null ? agent.group(1) : "",
            form.get(),
            query.get());
    if (!SID.matcher(request.callSid()).matches()) {
      return WebhookAnswer.refused(400, "The field CallSid is missing.");
    }
    if (settings.accountSid().isPresent()
        && !request.field("AccountSid").equals(settings.accountSid())) {
      return WebhookAnswer.refused(403, "The field AccountSid is not this server's account.");
    }
    return webhook.path().equals(NEXT) ? next(request) : voice(request);
  }

  /** A call comes in, or comes again after it broke. */
  private WebhookAnswer voice(VoiceRequest request) {
    if (!callers.hasSeat()) {
      return busy();
    }
    Optional<Map<String, String>> parameters = callers.welcome(request);
    if (parameters.isEmpty()) {
      return busy();
    }
    return nonces
        .issue(request.callSid(), request)
        .map(nonce -> connect(request, nonce, parameters.get()))
        .orElseGet(this::busy);
  }

  private WebhookAnswer connect(
      VoiceRequest request, String nonce, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(NONCE, nonce);
    String action = NEXT + "?" + RETRY + "=" + retries(request) + agentIn(request);
    return WebhookAnswer.of(List.of(new Verb.Connect(base.ws(MEDIA), base.http(action), all)));
  }

  /** A stream has ended. */
  private WebhookAnswer next(VoiceRequest request) {
    // one that nobody knows of here belonged to a server that is gone
    Ending ending = endings.take(request.callSid()).orElse(new Ending.Broken());
    return switch (ending) {
      case Ending.Over over -> WebhookAnswer.of(List.of(new Verb.Hangup()));
      case Ending.Transfer(String number) ->
          WebhookAnswer.of(
              List.of(
                  new Verb.Dial(
                      number, settings.transfers().callerId(), settings.transfers().patience())));
      case Ending.Full full -> busy();
      case Ending.Broken broken -> recover(request);
    };
  }

  private WebhookAnswer recover(VoiceRequest request) {
    int before = retries(request);
    boolean live = request.field("CallStatus").map("in-progress"::equals).orElse(true);
    if (!live || before >= settings.retries()) {
      return WebhookAnswer.of(List.of(new Verb.Say(settings.sorry()), new Verb.Hangup()));
    }
    String agent = request.parameter("agent").filter(name -> isMine(VOICE + "/" + name)).orElse("");
    String again = VOICE + (agent.isEmpty() ? "" : "/" + agent) + "?" + RETRY + "=" + (before + 1);
    return WebhookAnswer.of(List.of(new Verb.Redirect(base.http(again))));
  }

  private WebhookAnswer busy() {
    return WebhookAnswer.of(List.of(new Verb.Say(settings.busy()), new Verb.Hangup()));
  }

  /** How often the call was connected anew; Twilio signs the address that says so. */
  private static int retries(VoiceRequest request) {
    return request
        .parameter(RETRY)
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static String agentIn(VoiceRequest request) {
    return request.agent().isEmpty() ? "" : "&agent=" + request.agent();
  }
}
