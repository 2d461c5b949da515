package dev.parley.schema.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A regular expression that is asked character by character what may come next: an automaton with
 * sets of states, so no expression makes it slow. Immutable, safe for any thread.
 *
 * <p>The whole text must match, with or without anchors: a code is all there is.
 */
public final class Automaton {

  /** More states than this, and the expression guides nobody. */
  private static final int MOST_STATES = 5_000;

  private static final Node ANYTHING =
      new Node.Repeat(new Node.One(CharacterClass.anything()), 1, Node.ENDLESS);

  private final List<State> states = new ArrayList<>();
  private final BitSet start;
  private final int[] least;

  /** Reads one of its characters and goes on; without any, goes on by itself, each way. */
  private static final class State {
    final BitSet characters;
    final int[] next;

    State(BitSet characters, int... next) {
      this.characters = characters;
      this.next = next;
    }
  }

  private static final int ACCEPT = 0;

  private Automaton(Node node) {
    states.add(new State(new BitSet()));
    start = closure(build(node, ACCEPT));
    least = distances();
  }

  /** The expression; or any text, where it is not plain or not small. */
  public static Automaton of(String regex) {
    try {
      return new Automaton(new PatternReader(regex).read());
    } catch (NotUnderstood e) {
      return new Automaton(ANYTHING);
    }
  }

  /** Where a text begins. The set is never to be changed. */
  public BitSet start() {
    return start;
  }

  /** Where one more character leads; empty if it may not come. */
  public BitSet step(BitSet from, char character) {
    BitSet reached = new BitSet();
    for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
      if (states.get(i).characters.get(character)) {
        reached.or(closure(states.get(i).next[0]));
      }
    }
    return reached;
  }

  /** Where a whole text leads; empty if it does not match, nor begins a match. */
  public BitSet walk(String text) {
    BitSet at = start;
    for (int i = 0; i < text.length() && !at.isEmpty(); i++) {
      at = step(at, text.charAt(i));
    }
    return at;
  }

  public boolean matches(String text) {
    return accepts(walk(text));
  }

  /** Whether a text may end here. */
  public boolean accepts(BitSet at) {
    return at.get(ACCEPT);
  }

  /** The characters that may come next. */
  public BitSet next(BitSet at) {
    BitSet characters = new BitSet();
    for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
      characters.or(states.get(i).characters);
    }
    return characters;
  }

  /** How many characters are missing at the least. */
  public int missing(BitSet at) {
    int fewest = Integer.MAX_VALUE;
    for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
      fewest = Math.min(fewest, least[i]);
    }
    return fewest;
  }

  private int build(Node node, int next) {
    return switch (node) {
      case Node.One one -> add(new State(characters(one), next));
      case Node.Row row -> {
        int at = next;
        for (Node each : row.nodes().reversed()) {
          at = build(each, at);
        }
        yield at;
      }
      case Node.Either either ->
          add(
              new State(
                  new BitSet(), either.nodes().stream().mapToInt(p -> build(p, next)).toArray()));
      case Node.Repeat repeat -> repeat(repeat, next);
    };
  }

  private static BitSet characters(Node.One one) {
    BitSet printable = one.allowed().printable();
    if (printable.isEmpty()) {
      throw new NotUnderstood(); // nobody spells those
    }
    return printable;
  }

  private int repeat(Node.Repeat repeat, int next) {
    int at = next;
    if (repeat.to() == Node.ENDLESS) {
      int[] ways = {next, next};
      at = add(new State(new BitSet(), ways));
      ways[0] = build(repeat.node(), at);
    } else {
      for (int i = repeat.from(); i < repeat.to(); i++) {
        at = add(new State(new BitSet(), build(repeat.node(), at), next));
      }
    }
    for (int i = 0; i < repeat.from(); i++) {
      at = build(repeat.node(), at);
    }
    return at;
  }

  private int add(State state) {
    if (states.size() >= MOST_STATES) {
      throw new NotUnderstood();
    }
    states.add(state);
    return states.size() - 1;
  }

  /** The states that read a character, or accept, and are reached without one. */
  private BitSet closure(int from) {
    BitSet reached = new BitSet();
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int at = open.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      State state = states.get(at);
      if (at == ACCEPT || !state.characters.isEmpty()) {
        reached.set(at);
      } else {
        for (int next : state.next) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  /** Characters from each state to the end, by relaxing until nothing changes. */
  private int[] distances() {
    int[] far = new int[states.size()];
    java.util.Arrays.fill(far, Node.ENDLESS);
    far[ACCEPT] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i < far.length; i++) {
        int own = states.get(i).characters.isEmpty() ? 0 : 1;
        for (int next : states.get(i).next) {
          if (far[next] + own < far[i]) {
            far[i] = far[next] + own;
            changed = true;
          }
        }
      }
    }
    return far;
  }
}
