package dev.parley.app.farend;

import static java.util.Locale.ROOT;

import dev.parley.app.farend.Bursts.Burst;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.voice.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a simulated call went, for people: a line for each thing. */
final class FarEndReport {

  /** What comes later has another cause. */
  private static final long LATEST_CLEAR = 2_000;

  private static final long LATEST_ANSWER = 10_000;
  private static final String ONSET = "from the caller's onset to clear";

  private FarEndReport() {}

  /**
   * The lines.
   *
   * @param hungUp whether the user ended it with Ctrl-C
   */
  static List<String> lines(SimResult call, boolean hungUp) {
    List<String> lines = new ArrayList<>();
    for (SimReport stream : call.streams()) {
      lines.add("");
      lines.addAll(lines(stream, hungUp));
    }
    boolean live = call.streams().getLast().byServer() && !hungUp;
    lines.add("then       " + (live ? then(call.last()) : "nothing, whatever the TwiML says"));
    return lines;
  }

  private static List<String> lines(SimReport stream, boolean hungUp) {
    Playback audio = Playback.of(stream);
    String keys = KeyEar.of(stream.agent());
    List<String> lines = new ArrayList<>();
    lines.add("call       " + seconds(stream.lasted()) + ", ended by " + endedBy(stream, hungUp));
    lines.add(
        "agent      heard "
            + seconds(audio.heard())
            + " of "
            + seconds(audio.came())
            + " that came; "
            + seconds(audio.cleared())
            + " thrown away by clear");
    lines.add(
        "answers    " + figures(answers(stream), "from the end of speech to the first sound"));
    lines.add("barge-in   " + bargeIns(stream));
    lines.add(
        "marks      "
            + (stream.played() + stream.thrown())
            + ": "
            + stream.played()
            + " played, "
            + stream.thrown()
            + " thrown away");
    if (!keys.isEmpty()) {
      lines.add("keys       " + keys + " sounded in the agent's voice");
    }
    if (stream.bad() > 0) {
      lines.add("nonsense   " + stream.bad() + " messages that Twilio would not understand");
    }
    return lines;
  }

  private static String endedBy(SimReport stream, boolean hungUp) {
    if (hungUp) {
      return "you (Ctrl-C)";
    }
    return stream.byServer()
        ? "the server (close code " + stream.closeCode() + ")"
        : "the caller, who hung up";
  }

  /** From the end of what the caller said to the first sound of what the agent said then. */
  private static long[] answers(SimReport stream) {
    List<Burst> caller = Bursts.of(stream.caller());
    List<Long> all = new ArrayList<>();
    long done = -1;
    for (Burst agent : Bursts.of(stream.agent())) {
      long ended =
          caller.stream()
              .map(Burst::until)
              .filter(until -> until <= agent.from())
              .max(Long::compare)
              .orElse(-1L);
      if (ended > done && agent.from() - ended <= LATEST_ANSWER) {
        all.add(agent.from() - ended);
        done = ended;
      }
    }
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  /** A clear that throws nothing away cut nothing that was heard. */
  private static String bargeIns(SimReport stream) {
    List<SimEvent.Clear> cuts =
        stream.events(SimEvent.Clear.class).stream().filter(clear -> clear.samples() > 0).toList();
    return switch (cuts.size()) {
      case 0 -> "no reply was cut";
      case 1 -> "1 reply was cut; " + figures(onsets(stream, cuts), ONSET);
      default -> cuts.size() + " replies were cut; " + figures(onsets(stream, cuts), ONSET);
    };
  }

  private static long[] onsets(SimReport stream, List<SimEvent.Clear> cuts) {
    List<Burst> caller = Bursts.of(stream.caller());
    return cuts.stream()
        .map(clear -> clear.at().toMillis())
        .flatMap(
            clear ->
                caller.stream()
                    .map(burst -> clear - burst.from())
                    .filter(late -> late >= 0 && late <= LATEST_CLEAR)
                    .min(Long::compare)
                    .stream())
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static String figures(long[] millis, String what) {
    if (millis.length == 0) {
      return "none " + what;
    }
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted.length == 1
        ? sorted[0] + " ms " + what
        : "%d of them, median %d ms, longest %d ms %s"
            .formatted(
                sorted.length, sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1], what);
  }

  private static String then(List<Verb> verbs) {
    return verbs.isEmpty()
        ? "nothing: the TwiML is empty"
        : verbs.stream().map(FarEndReport::told).collect(Collectors.joining(", then "));
  }

  static String told(Verb verb) {
    return switch (verb) {
      case Verb.Say(String text) -> "say \"" + text + "\"";
      case Verb.Hangup hangup -> "hang up";
      case Verb.Dial dial -> "put the caller through to " + dial.number();
      case Verb.Redirect(String url) -> "ask " + url;
      case Verb.Connect connect -> "connect a stream";
    };
  }

  private static String seconds(Duration span) {
    return String.format(ROOT, "%.1f s", span.toMillis() / 1_000.0);
  }
}
