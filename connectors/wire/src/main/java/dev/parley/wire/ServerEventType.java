package dev.parley.wire;

/** The names of the server's events. */
final class ServerEventType {

  static final String AUDIO_DELTA = "response.output_audio.delta";

  private ServerEventType() {}

  static String of(ServerEvent event) {
    return switch (event) {
      case ServerEvent.SessionCreated created -> "session.created";
      case ServerEvent.SessionUpdated updated -> "session.updated";
      case ServerEvent.ConversationCreated created -> "conversation.created";
      case ServerEvent.ItemAdded added -> "conversation.item.added";
      case ServerEvent.ItemDone done -> "conversation.item.done";
      case ServerEvent.ItemRetrieved retrieved -> "conversation.item.retrieved";
      case ServerEvent.ItemDeleted deleted -> "conversation.item.deleted";
      case ServerEvent.ItemTruncated truncated -> "conversation.item.truncated";
      case ServerEvent.TranscriptionDelta delta ->
          "conversation.item.input_audio_transcription.delta";
      case ServerEvent.TranscriptionCompleted completed ->
          "conversation.item.input_audio_transcription.completed";
      case ServerEvent.TranscriptionFailed failed ->
          "conversation.item.input_audio_transcription.failed";
      case ServerEvent.AudioCommitted committed -> "input_audio_buffer.committed";
      case ServerEvent.AudioCleared cleared -> "input_audio_buffer.cleared";
      case ServerEvent.SpeechStarted started -> "input_audio_buffer.speech_started";
      case ServerEvent.SpeechStopped stopped -> "input_audio_buffer.speech_stopped";
      case ServerEvent.TimeoutTriggered triggered -> "input_audio_buffer.timeout_triggered";
      case ServerEvent.DtmfReceived received -> "input_audio_buffer.dtmf_event_received";
      case ServerEvent.ResponseCreated created -> "response.created";
      case ServerEvent.ResponseDone done -> "response.done";
      case ServerEvent.OutputItemAdded added -> "response.output_item.added";
      case ServerEvent.OutputItemDone done -> "response.output_item.done";
      case ServerEvent.ContentPartAdded added -> "response.content_part.added";
      case ServerEvent.ContentPartDone done -> "response.content_part.done";
      case ServerEvent.OutputTextDelta delta -> "response.output_text.delta";
      case ServerEvent.OutputTextDone done -> "response.output_text.done";
      case ServerEvent.OutputAudioDelta delta -> AUDIO_DELTA;
      case ServerEvent.OutputAudioDone done -> "response.output_audio.done";
      case ServerEvent.OutputTranscriptDelta delta -> "response.output_audio_transcript.delta";
      case ServerEvent.OutputTranscriptDone done -> "response.output_audio_transcript.done";
      case ServerEvent.ArgumentsDelta delta -> "response.function_call_arguments.delta";
      case ServerEvent.ArgumentsDone done -> "response.function_call_arguments.done";
      case ServerEvent.ReplyTimed timed -> "parley.reply.timed";
      case ServerEvent.RateLimitsUpdated updated -> "rate_limits.updated";
      case ServerEvent.Failed failed -> "error";
    };
  }
}
