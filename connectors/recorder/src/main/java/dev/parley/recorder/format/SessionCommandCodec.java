package dev.parley.recorder.format;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.turn.SayWhen;
import java.util.Optional;

/** What the client and the application tell a session, as fields and back. */
public final class SessionCommandCodec {

  private SessionCommandCodec() {}

  /** Whether the client or the application says so, and not the session's own stream or itself. */
  public static boolean isFromOutside(SessionCommand command) {
    return switch (command) {
      case SessionCommand.Attached own -> false;
      case SessionCommand.Stillborn own -> false;
      case SessionCommand.FromCaller own -> false;
      case SessionCommand.FromModel own -> false;
      case SessionCommand.FromPlayout own -> false;
      case SessionCommand.StreamEnded own -> false;
      case SessionCommand.CutAnswered own -> false;
      case SessionCommand.ToolAnswered own -> false;
      case SessionCommand.ReplyRefused own -> false;
      case SessionCommand.DoubtOver own -> false;
      default -> true;
    };
  }

  /** A command {@link #isFromOutside from outside}. */
  public static Fields write(SessionCommand command, Texts texts) {
    return switch (command) {
      case SessionCommand.Say say ->
          Fields.of("type", "say").put("text", texts.of(say.text())).put("when", say.when().name());
      case SessionCommand.Reply reply ->
          Fields.of("type", "reply")
              .put("lane", reply.lane().name())
              .put("spec", ItemCodec.write(reply.spec(), texts));
      case SessionCommand.Cancel cancel ->
          Fields.of("type", "cancel")
              .put("epoch", cancel.which().map(Epoch::toString))
              .put("tag", cancel.tag());
      case SessionCommand.Commit commit -> SignalCodec.at("commit", commit.at());
      case SessionCommand.Clear clear -> SignalCodec.at("clear", clear.at());
      case SessionCommand.Remember remember ->
          Fields.of("type", "remember")
              .put("item", ItemCodec.write(remember.item(), texts))
              .put("place", ItemCodec.write(remember.place()));
      case SessionCommand.Forget forget -> Fields.of("type", "forget").put("item", forget.itemId());
      case SessionCommand.Configure configure ->
          Fields.of("type", "configure").put("brief", BriefCodec.write(configure.brief(), texts));
      case SessionCommand.Tune tune ->
          Fields.of("type", "tune")
              .put("stage", tune.stage())
              .put("settings", TuningCodec.write(tune.settings()));
      case SessionCommand.Told told ->
          FrameCodec.part("told", told.epoch(), told.part())
              .put("at", told.until().sample())
              .put("rate", told.until().rate())
              .put("speed", told.speed());
      case SessionCommand.Repolicy changed ->
          Fields.of("type", "repolicy").put("policy", PolicyCodec.write(changed.policy()));
      case SessionCommand.HangUp hangUp -> Fields.of("type", "hang_up");
      default -> throw new IllegalArgumentException("the session told itself: " + command);
    };
  }

  /** The command; empty if it changes the settings of a room that nobody here knows. */
  public static Optional<SessionCommand> read(Fields from) {
    String type = from.text("type");
    return switch (type) {
      case "tune" ->
          TuningCodec.read(from.object("settings"))
              .map(settings -> new SessionCommand.Tune(from.text("stage"), settings));
      case "say" ->
          Optional.of(new SessionCommand.Say(from.text("text"), from.one(SayWhen.class, "when")));
      case "reply" ->
          Optional.of(
              new SessionCommand.Reply(
                  ItemCodec.spec(from.object("spec")), from.one(Epoch.Lane.class, "lane")));
      case "cancel" ->
          Optional.of(
              new SessionCommand.Cancel(
                  from.maybe("epoch", name -> FrameCodec.epoch(from)),
                  from.maybe("tag", from::text)));
      case "commit" -> Optional.of(new SessionCommand.Commit(SignalCodec.at(from, "at")));
      case "clear" -> Optional.of(new SessionCommand.Clear(SignalCodec.at(from, "at")));
      case "remember" ->
          Optional.of(
              new SessionCommand.Remember(
                  ItemCodec.read(from.object("item")), ItemCodec.place(from)));
      case "forget" -> Optional.of(new SessionCommand.Forget(from.text("item")));
      case "configure" ->
          Optional.of(new SessionCommand.Configure(BriefCodec.read(from.object("brief"))));
      case "told" ->
          Optional.of(
              new SessionCommand.Told(
                  FrameCodec.epoch(from),
                  from.small("part"),
                  SignalCodec.at(from, "at"),
                  from.real("speed")));
      case "repolicy" ->
          Optional.of(new SessionCommand.Repolicy(PolicyCodec.read(from.object("policy"))));
      case "hang_up" -> Optional.of(new SessionCommand.HangUp());
      default ->
          throw new IllegalArgumentException("there is no command \"" + Fields.shown(type) + "\"");
    };
  }
}
