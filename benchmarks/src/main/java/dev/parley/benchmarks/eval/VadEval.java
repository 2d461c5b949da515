package dev.parley.benchmarks.eval;

import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.benchmarks.eval.VadReport.FalseStart;
import dev.parley.benchmarks.eval.VadReport.Group;
import dev.parley.benchmarks.eval.VadReport.Quiet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams every recording of a folder through a detector and adds up what it told. One owner. */
final class VadEval {

  private final SpeechDetectors detectors;
  private final Map<String, GroupTally> groups = new LinkedHashMap<>();
  private final GroupTally pooled = new GroupTally("pooled", /* counts= */ true);
  private final QuietTally quiet = new QuietTally();
  private final QuietTally babble = new QuietTally();
  private final List<FalseStart> falseStarts = new ArrayList<>();
  private double seconds;
  private long cpuNanos;

  VadEval(SpeechDetectors detectors) {
    this.detectors = detectors;
  }

  /** Scores the channels of a recording, those that have a label or need none. */
  void add(Recording recording, List<Clip> channels) {
    for (int channel = 0; channel < channels.size(); channel++) {
      int number = channel;
      recording.role(channel).ifPresent(role -> score(recording, number, role, channels));
    }
  }

  VadReport report() {
    return new VadReport(
        groups.values().stream().map(GroupTally::report).toList(),
        pooled.report(),
        pooled.delays.endings(),
        quiet.report(),
        babble.report(),
        falseStarts,
        seconds == 0 ? 0 : cpuNanos / 1e6 / seconds);
  }

  private void score(Recording recording, int channel, Recording.Role role, List<Clip> channels) {
    Clip clip = channels.get(channel);
    if (seconds == 0) {
      VadPass.over(clip, detectors); // the first one pays for loading and compiling
    }
    VadPass pass = VadPass.over(clip, detectors);
    seconds += clip.seconds();
    cpuNanos += pass.cpuNanos();
    List<Region> speech = recording.speechOf(channel);
    switch (role) {
      case BABBLE -> babble.add(pass.found(), clip.seconds());
      case QUIET -> {
        quiet.add(pass.found(), clip.seconds());
        pass.found().forEach(d -> falseStarts.add(new FalseStart(recording.id(), d.startKnown())));
      }
      case POOLED, ALONE -> {
        boolean counts = role == Recording.Role.POOLED;
        GroupTally group =
            groups.computeIfAbsent(recording.group(), name -> new GroupTally(name, counts));
        group.add(speech, pass.found(), clip.seconds());
        if (counts) {
          pooled.add(speech, pass.found(), clip.seconds());
        }
      }
    }
  }

  private static final class GroupTally {

    private final String name;
    private final boolean counts;
    private final DelayTally delays = new DelayTally();
    private FrameCount frames = FrameCount.NONE;
    private FrameCount causal = FrameCount.NONE;
    private int recordings;
    private double length;

    GroupTally(String name, boolean counts) {
      this.name = name;
      this.counts = counts;
    }

    void add(List<Region> speech, List<Detection> found, double clipSeconds) {
      recordings++;
      length += clipSeconds;
      frames = frames.plus(FrameCount.of(speech, Detection.estimated(found), clipSeconds));
      causal = causal.plus(FrameCount.of(speech, Detection.causal(found), clipSeconds));
      delays.add(speech, found, clipSeconds);
    }

    Group report() {
      return new Group(
          name, counts, recordings, length, frames, causal, delays.onsets(), delays.openAlready());
    }
  }

  private static final class QuietTally {

    private int recordings;
    private int starts;
    private double length;

    void add(List<Detection> found, double clipSeconds) {
      recordings++;
      starts += found.size();
      length += clipSeconds;
    }

    Quiet report() {
      return new Quiet(recordings, length / 60, starts);
    }
  }
}
