package dev.parley.recorder.format;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;

/**
 * What a call needs to know of a model.
 *
 * @param name what the model is called
 * @param can what works with it
 * @param effort how hard it thinks where nobody says otherwise
 * @param speaks the audio of its replies
 */
public record ModelInfo(String name, Capabilities can, Effort effort, AudioFormat speaks) {

  public static ModelInfo of(Backend model, AudioFormat speaks) {
    return new ModelInfo(model.name(), model.capabilities(), model.effort(), speaks);
  }

  Fields write() {
    return Fields.of("name", name)
        .put("turns", can.turns().name())
        .put("cancel", can.cancel())
        .put("truncate", can.truncate())
        .put("say", can.say().name())
        .put("parallel_replies", can.parallelReplies())
        .put("tools", can.tools())
        .put("transcribes", can.transcribes())
        .put("effort", effort.name())
        .put("speaks", DoorInfo.audio(speaks));
  }

  static ModelInfo read(Fields from) {
    return new ModelInfo(
        from.text("name"),
        new Capabilities(
            from.one(Capabilities.Turns.class, "turns"),
            from.flag("cancel"),
            from.flag("truncate"),
            from.one(Capabilities.Say.class, "say"),
            from.flag("parallel_replies"),
            from.flag("tools"),
            from.flag("transcribes")),
        from.one(Effort.class, "effort"),
        DoorInfo.audio(from.object("speaks")));
  }
}
