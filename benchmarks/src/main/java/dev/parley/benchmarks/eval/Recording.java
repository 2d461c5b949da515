package dev.parley.benchmarks.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One line of a manifest: a sound file and what is known of it.
 *
 * @param id names it in reports
 * @param file its path below the folder
 * @param kind what it is, as the manifest has it
 * @param speaker who speaks, or an empty text
 * @param label what a sound is, or an empty text
 * @param language of what is said, ISO-639-1, or an empty text
 * @param transcript what is said, or an empty text if that is not known to the word
 * @param seconds how long it is, or 0 if that is not told
 * @param snr the distance from speech to noise in dB, of a mix
 * @param speech where there is speech, by channel; a channel that is absent is not known
 * @param turns who speaks when, of a call
 */
record Recording(
    String id,
    String file,
    String kind,
    String speaker,
    String label,
    String language,
    String transcript,
    double seconds,
    OptionalDouble snr,
    Map<Integer, List<Region>> speech,
    List<Turn> turns) {

  private static final Set<String> VOICES = Set.of("utterance", "alnum", "digit-string", "foreign");
  private static final Set<String> QUIET = Set.of("noise", "music", "tone", "silence");
  private static final Set<String> OTHERS =
      Set.of("phone", "mix", "digit", "dialogue", "overlap", "noref", "longform", "call");

  /** The worst mix, in dB, that counts in the pooled score. */
  private static final double LEAST_SNR = 10;

  /** How a recording is scored. */
  enum Role {
    /** Speech whose score counts in the pool. */
    POOLED,
    /** Speech whose score is told for its kind only. */
    ALONE,
    /** No speech at all: whatever starts is a false start. */
    QUIET,
    /** Many voices in the background: neither speech nor none. */
    BABBLE
  }

  Recording {
    speech = Map.copyOf(speech);
    turns = List.copyOf(turns);
  }

  /** Where a channel has speech; nowhere, if that is not known. */
  List<Region> speechOf(int channel) {
    return speech.getOrDefault(channel, List.of());
  }

  /**
   * Refuses labels that cannot be of this sound.
   *
   * @throws IllegalArgumentException in one sentence
   */
  void checkLabelsFit(List<Clip> channels) {
    speech.forEach(
        (channel, regions) -> {
          double length = channel < channels.size() ? channels.get(channel).seconds() : 0;
          if (regions.stream().anyMatch(region -> region.start() >= length)) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "there is speech behind the end of channel %d at %.2f s",
                    channel,
                    length));
          }
        });
  }

  static boolean knows(String kind) {
    return VOICES.contains(kind) || QUIET.contains(kind) || OTHERS.contains(kind);
  }

  /** How a channel of it is scored, if it can be. */
  Optional<Role> role(int channel) {
    if (QUIET.contains(kind)) {
      return Optional.of(isBabble() ? Role.BABBLE : Role.QUIET);
    }
    if (!speech.containsKey(channel)) {
      return Optional.empty();
    }
    boolean clear = snr.isEmpty() || snr.getAsDouble() >= LEAST_SNR;
    boolean pooled = VOICES.contains(kind) || kind.equals("phone") || (kind.equals("mix") && clear);
    return Optional.of(pooled ? Role.POOLED : Role.ALONE);
  }

  /** The kind, and of mixes the distance from the noise, too. */
  String group() {
    return kind.equals("mix") && snr.isPresent()
        ? String.format(Locale.ROOT, "mix %.0f dB", snr.getAsDouble())
        : kind;
  }

  /** One voice in the foreground of one channel, of which it is known where it speaks. */
  boolean isVoice() {
    return VOICES.contains(kind) && !speechOf(0).isEmpty();
  }

  boolean isQuiet() {
    return QUIET.contains(kind) && !isBabble();
  }

  boolean isBabble() {
    boolean named = (id + " " + label).toLowerCase(Locale.ROOT).contains("babble");
    return kind.equals("noise") && (named || !speech.containsKey(0));
  }
}
