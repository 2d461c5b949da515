package dev.parley.recorder;

import dev.parley.engine.session.SessionCommand;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.format.SessionCommandCodec;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.TypedActorContext;

/** Listens at a session's mailbox: whoever tells the session something tells it there. */
final class Overheard extends BehaviorInterceptor<SessionCommand, SessionCommand> {

  private final Journal journal;

  Overheard(Journal journal) {
    super(SessionCommand.class);
    this.journal = journal;
  }

  @Override
  public Behavior<SessionCommand> aroundReceive(
      TypedActorContext<SessionCommand> context,
      SessionCommand command,
      ReceiveTarget<SessionCommand> target) {
    if (SessionCommandCodec.isFromOutside(command)) {
      journal.note(new Happening.ToSession(command));
    }
    return target.apply(context, command);
  }
}
