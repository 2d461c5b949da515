package dev.parley.wire;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Part;
import dev.parley.wire.response.Response;
import dev.parley.wire.response.ResponseStatus;
import dev.parley.wire.response.StatusDetails;
import dev.parley.wire.response.Usage;
import dev.parley.wire.session.Modality;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.TokenLimit;
import dev.parley.wire.session.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each event, all with the text {@link #SECRET} where they hold what somebody said. */
final class ServerEventSamples {

  static final String SECRET = "canary \ud83d\ude00 \ud800 \"";
  static final Instant LATER = Instant.ofEpochSecond(1_800_000_000);
  static final PartIds PART = new PartIds("resp_1", "item_1", 1, 2);
  static final CallIds CALL = new CallIds("resp_1", "item_2", 1, "call_1");
  static final AudioBytes AUDIO = AudioBytes.of(new byte[] {1, 2, 3, 4});
  static final WireItem SPEECH =
      new WireItem(
          "item_1",
          ItemStatus.COMPLETED,
          new ItemBody.Message(
              Role.ASSISTANT, List.of(new Content.OutputAudio(SECRET, Optional.of(AUDIO)))));
  static final WireItem HEARD =
      new WireItem(
          "item_0",
          ItemStatus.COMPLETED,
          new ItemBody.Message(
              Role.USER, List.of(new Content.InputAudio(Optional.of(AUDIO), Optional.empty()))));
  static final WireItem CALLED =
      new WireItem(
          "item_2", ItemStatus.IN_PROGRESS, new ItemBody.FunctionCall("call_1", "f", SECRET));
  static final Response RESPONSE =
      new Response(
          "resp_1",
          ResponseStatus.IN_PROGRESS,
          Optional.empty(),
          List.of(),
          Modality.AUDIO,
          AudioFormatSpec.PCM,
          Voice.named("marin"),
          Optional.of("conv_1"),
          TokenLimit.none(),
          Map.of(),
          Optional.empty());

  private ServerEventSamples() {}

  static List<ServerEvent> all() {
    return List.of(
        new ServerEvent.SessionCreated(
            SessionConfig.realtime("sess_1", LATER, "gpt-realtime").withInstructions(SECRET)),
        new ServerEvent.SessionUpdated(SessionConfig.transcription("sess_1", LATER)),
        new ServerEvent.ConversationCreated("conv_1"),
        new ServerEvent.ItemAdded(SPEECH, Optional.empty()),
        new ServerEvent.ItemDone(CALLED, Optional.of("item_0")),
        new ServerEvent.ItemRetrieved(SPEECH),
        new ServerEvent.ItemDeleted("item_1"),
        new ServerEvent.ItemTruncated("item_1", 0, 1_500),
        new ServerEvent.TranscriptionDelta("item_0", 0, SECRET),
        new ServerEvent.TranscriptionCompleted(
            "item_0", 0, SECRET, new TranscriptionUsage.Duration(1.5)),
        new ServerEvent.TranscriptionFailed("item_0", 0, WireError.serverFault()),
        new ServerEvent.AudioCommitted("item_0", Optional.empty()),
        new ServerEvent.AudioCleared(),
        new ServerEvent.SpeechStarted("item_0", 320),
        new ServerEvent.SpeechStopped("item_0", 2_000),
        new ServerEvent.TimeoutTriggered("item_0", 0, 5_000),
        new ServerEvent.DtmfReceived('#', LATER),
        new ServerEvent.ResponseCreated(RESPONSE),
        new ServerEvent.ResponseDone(
            RESPONSE.ended(
                ResponseStatus.CANCELLED,
                Optional.of(StatusDetails.cancelled(StatusDetails.Reason.TURN_DETECTED)),
                List.of(SPEECH, CALLED),
                new Usage(
                    new Usage.Input(1, 2, 3, new Usage.Cached(1, 1, 1)), new Usage.Output(4, 5)))),
        new ServerEvent.OutputItemAdded("resp_1", 0, CALLED),
        new ServerEvent.OutputItemDone("resp_1", 0, SPEECH),
        new ServerEvent.ContentPartAdded(PART, new Part.Audio("")),
        new ServerEvent.ContentPartDone(PART, new Part.Text(SECRET)),
        new ServerEvent.OutputTextDelta(PART, SECRET),
        new ServerEvent.OutputTextDone(PART, SECRET),
        new ServerEvent.OutputAudioDelta(PART, AUDIO),
        new ServerEvent.OutputAudioDone(PART),
        new ServerEvent.OutputTranscriptDelta(PART, SECRET),
        new ServerEvent.OutputTranscriptDone(PART, SECRET),
        new ServerEvent.ArgumentsDelta(CALL, SECRET),
        new ServerEvent.ArgumentsDone(CALL, "f", SECRET),
        new ServerEvent.ReplyTimed("resp_1", new ReplyTimes(2_000, 200, 300, 150, 40, 5)),
        new ServerEvent.RateLimitsUpdated(
            List.of(new RateLimit(RateLimit.Of.TOKENS, 1_000, 900, 0.5))),
        new ServerEvent.Failed(WireError.deleteUnknownItem(SECRET)));
  }
}
