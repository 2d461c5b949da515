package dev.parley.recorder.format;

import dev.parley.engine.telemetry.CallEvent;

/** What a session decided, as fields. */
public final class CallEventCodec {

  private CallEventCodec() {}

  public static Fields write(CallEvent event, Texts texts) {
    return switch (event) {
      case CallEvent.Opened opened -> Fields.of("type", "opened");
      case CallEvent.Caller caller -> SignalCodec.write(caller.fact(), texts);
      case CallEvent.Committed committed -> SignalCodec.at("committed", committed.until());
      case CallEvent.ReplyAsked asked -> FrameCodec.of("reply_asked", asked.epoch());
      case CallEvent.ReplyStarted started -> FrameCodec.of("reply_started", started.epoch());
      case CallEvent.ReplyMade made ->
          FrameCodec.of("reply_made", made.epoch()).put("outcome", made.outcome().name());
      case CallEvent.AudioMade made -> FrameCodec.of("audio_made", made.epoch());
      case CallEvent.FirstAudio first -> FrameCodec.of("first_audio", first.epoch());
      case CallEvent.Said said ->
          texts.piece(FrameCodec.part("said", said.epoch(), said.part()), said.text());
      case CallEvent.Drained drained ->
          FrameCodec.of("drained", drained.epoch())
              .put("samples", drained.samples())
              .put("rate", drained.rate());
      case CallEvent.ReplyOver over ->
          FrameCodec.of("reply_over", over.epoch()).put("outcome", over.outcome().name());
      case CallEvent.Interrupted cut ->
          Fields.of("type", "interrupted")
              .put("epochs", FrameCodec.all(cut.epochs()))
              .put("why", cut.why().name())
              .put("asked_ns", cut.asked().toNanos());
      case CallEvent.Stopped stopped -> FrameCodec.of("stopped", stopped.epoch());
      case CallEvent.Flushed flushed ->
          Fields.of("type", "flushed").put("epochs", FrameCodec.all(flushed.epochs()));
      case CallEvent.Held held -> Fields.of("type", "held").put("on", held.on());
      case CallEvent.HeardOf(var heard) ->
          FrameCodec.part("heard_of", heard.epoch(), heard.part())
              .put("at", heard.until().sample())
              .put("rate", heard.until().rate())
              .put("basis", heard.basis().name());
      case CallEvent.ToolCalled called ->
          FrameCodec.of("tool_called", called.epoch())
              .put("call", called.callId())
              .put("name", called.name())
              .put("arguments", texts.of(called.arguments()));
      case CallEvent.ToolReturned returned ->
          Fields.of("type", "tool_returned")
              .put("call", returned.callId())
              .put("output", texts.of(returned.output()));
      case CallEvent.Dropped dropped ->
          Fields.of("type", "dropped").put("edge", dropped.edge()).put("frames", dropped.frames());
      case CallEvent.Refused refused ->
          Fields.of("type", "refused").put("what", texts.of(refused.what()));
      case CallEvent.Complained complained ->
          Fields.of("type", "complained").put("code", complained.code());
      case CallEvent.Failed failed ->
          Fields.of("type", "failed")
              .put("where", failed.where())
              .put("what", texts.of(failed.what()));
      case CallEvent.Parted parted ->
          Fields.of("type", "parted").put("by", parted.by().name()).put("code", parted.code());
      case CallEvent.Closed closed -> Fields.of("type", "closed");
    };
  }
}
