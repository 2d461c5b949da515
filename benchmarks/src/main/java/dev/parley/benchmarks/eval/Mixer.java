package dev.parley.benchmarks.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Makes up trials out of a folder's recordings: who speaks into whose reply, when, and how loud.
 * The same folder and seed give the same trials. One owner.
 */
final class Mixer {

  private static final double[] LEVELS = {0, -6, -12}; // dB
  private static final double SPEECH_LEVEL = -20; // dBFS
  private static final double REPLY_AT = 0.2;
  private static final double LEAST_REPLY = 6;
  private static final double FIRST_ONSET = 1;
  private static final double LEAST_AFTER_ONSET = 2.5;
  private static final double LEAD = 0.3; // of the recording before its first speech
  private static final double LONGEST_SOUND = 4;
  private static final double LEAST_UTTERANCE = 2;
  private static final double AFTERWARDS = 1;

  private final List<Recording> recordings;
  private final Random random;
  private int made;

  Mixer(List<Recording> recordings, long seed) {
    this.recordings = List.copyOf(recordings);
    this.random = new Random(seed);
  }

  /** That many barge-ins, or none if nobody speaks: each caller in turn, the levels in turn. */
  List<Trial> bargeIns(int count) {
    List<Recording> callers = shuffled(Recording::isVoice);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count && !callers.isEmpty(); i++) {
      trials.add(bargeIn(callers.get(i % callers.size()), level(i, callers.size())));
    }
    return trials;
  }

  /** That many calls with a sound that is no speech, or none if there is none or no reply. */
  List<Trial> negatives(int count) {
    return sounds(Trial.Type.NEGATIVE, Recording::isQuiet, count);
  }

  /** The same with voices in the background. */
  List<Trial> babble(int count) {
    return sounds(Trial.Type.BABBLE, Recording::isBabble, count);
  }

  /** The barge-ins of the folder's own calls. */
  List<Trial> recorded() {
    List<Trial> trials = new ArrayList<>();
    for (Recording call : recordings) {
      for (Turn turn : call.turns()) {
        if (turn.bargeIn()) {
          call.turns().stream()
              .filter(other -> isCutBy(other, turn))
              .filter(other -> call.speech().containsKey(other.channel()))
              .reduce((first, second) -> second)
              .ifPresent(agent -> recorded(call, agent, turn, trials));
        }
      }
    }
    return trials;
  }

  private static boolean isCutBy(Turn agent, Turn caller) {
    return agent.channel() != caller.channel()
        && agent.when().start() < caller.when().start()
        && agent.when().end() > caller.when().start();
  }

  private void recorded(Recording call, Turn agent, Turn caller, List<Trial> trials) {
    double from = Math.max(0, agent.when().start() - REPLY_AT);
    double to = caller.when().end() + AFTERWARDS;
    call.speechOf(caller.channel()).stream()
        .filter(speech -> speech.end() > caller.when().start())
        .findFirst()
        .ifPresent(
            speech ->
                trials.add(
                    new Trial(
                        made++,
                        Trial.Type.RECORDED,
                        new Trial.Part(call, caller.channel(), new Region(from, to)),
                        /* callerAt= */ 0,
                        /* level= */ 0,
                        new Trial.Part(call, agent.channel(), agent.when()),
                        agent.when().start() - from,
                        agent.when().seconds(),
                        speech.start() - from,
                        to - from)));
  }

  private Trial bargeIn(Recording caller, double level) {
    Region first = caller.speechOf(0).getFirst();
    double from = Math.max(0, first.start() - LEAD);
    Recording agent = agentFor(caller);
    double reply = Math.max(LEAST_REPLY, end(agent));
    double onset =
        REPLY_AT + FIRST_ONSET + random.nextDouble() * (reply - FIRST_ONSET - LEAST_AFTER_ONSET);
    double to = first.start() + LEAST_AFTER_ONSET;
    return new Trial(
        made++,
        Trial.Type.BARGE_IN,
        new Trial.Part(caller, 0, new Region(from, to)),
        onset - (first.start() - from),
        SPEECH_LEVEL + level,
        wholeOf(agent),
        REPLY_AT,
        reply,
        onset,
        onset + LEAST_AFTER_ONSET + AFTERWARDS);
  }

  private List<Trial> sounds(Trial.Type type, Predicate<Recording> which, int count) {
    List<Recording> sounds = shuffled(which);
    List<Trial> trials = new ArrayList<>();
    boolean possible = !sounds.isEmpty() && recordings.stream().anyMatch(Recording::isVoice);
    for (int i = 0; i < count && possible; i++) {
      Recording sound = sounds.get(i % sounds.size());
      trials.add(sound(type, sound, level(i, sounds.size())));
    }
    return trials;
  }

  private Trial sound(Trial.Type type, Recording sound, double gain) {
    double from = random.nextDouble() * Math.max(0, sound.seconds() - LONGEST_SOUND);
    double at = REPLY_AT + FIRST_ONSET * random.nextDouble();
    return new Trial(
        made++,
        type,
        new Trial.Part(sound, 0, new Region(from, from + LONGEST_SOUND)),
        at,
        gain,
        wholeOf(agentFor(sound)),
        REPLY_AT,
        LEAST_REPLY,
        /* onset= */ Double.POSITIVE_INFINITY,
        at + LONGEST_SOUND + AFTERWARDS);
  }

  /** Somebody else, who speaks for a while; whoever there is, if need be. */
  private Recording agentFor(Recording caller) {
    List<Recording> voices = recordings.stream().filter(Recording::isVoice).toList();
    List<Recording> others =
        voices.stream()
            .filter(voice -> voice.speaker().isEmpty() || !voice.speaker().equals(caller.speaker()))
            .filter(voice -> end(voice) >= LEAST_UTTERANCE && voice.kind().equals("utterance"))
            .toList();
    List<Recording> agents = others.isEmpty() ? voices : others;
    return agents.get(random.nextInt(agents.size()));
  }

  private static Trial.Part wholeOf(Recording voice) {
    return new Trial.Part(voice, 0, new Region(0, end(voice)));
  }

  private static double end(Recording voice) {
    return voice.speechOf(0).getLast().end();
  }

  /** The levels in turn, and another one when a recording's turn comes again. */
  private static double level(int index, int recordings) {
    return LEVELS[(index % recordings + index / recordings) % LEVELS.length];
  }

  private List<Recording> shuffled(Predicate<Recording> which) {
    List<Recording> chosen = new ArrayList<>(recordings.stream().filter(which).toList());
    Collections.shuffle(chosen, random);
    return chosen;
  }
}
