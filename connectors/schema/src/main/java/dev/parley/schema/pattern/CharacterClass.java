package dev.parley.schema.pattern;

import java.util.BitSet;

/**
 * Which characters a place of a pattern allows: ASCII only, for examples and codes need no more.
 */
final class CharacterClass {

  private static final String PLAINEST = "a0A_- .@";
  private static final char FIRST = ' ';
  private static final char LAST = '~';
  private static final int COUNT = 128;

  private final boolean[] allowed = new boolean[COUNT];
  private char other; // one beyond ASCII that was named, or 0

  /** What a point stands for. */
  static CharacterClass anything() {
    return of(FIRST, LAST);
  }

  static CharacterClass of(char from, char to) {
    CharacterClass made = new CharacterClass();
    made.add(from, to);
    return made;
  }

  void add(char from, char to) {
    for (int c = from; c <= Math.min(to, COUNT - 1); c++) {
      allowed[c] = true;
    }
    if (from >= COUNT && other == 0) {
      other = from;
    }
  }

  /** Adds a class by the letter that names it behind a backslash. */
  boolean addNamed(char name) {
    switch (name) {
      case 'd' -> add('0', '9');
      case 'w' -> {
        add('a', 'z');
        add('A', 'Z');
        add('0', '9');
        add('_', '_');
      }
      case 's' -> {
        add(' ', ' ');
        add('\t', '\r');
      }
      case 'D', 'W', 'S' -> {
        CharacterClass opposite = new CharacterClass();
        opposite.addNamed(Character.toLowerCase(name));
        addAll(opposite.negated());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  CharacterClass negated() {
    CharacterClass opposite = new CharacterClass();
    for (int i = 0; i < COUNT; i++) {
      opposite.allowed[i] = !allowed[i];
    }
    return opposite;
  }

  /** Those that can be printed. */
  BitSet printable() {
    BitSet printable = new BitSet();
    for (char c = FIRST; c <= LAST; c++) {
      printable.set(c, allowed[c]);
    }
    return printable;
  }

  /**
   * The plainest character in it.
   *
   * @throws NotUnderstood if there is none
   */
  char plainest() {
    for (int i = 0; i < PLAINEST.length(); i++) {
      if (allowed[PLAINEST.charAt(i)]) {
        return PLAINEST.charAt(i);
      }
    }
    for (int i = 0; i < COUNT; i++) {
      int c = (FIRST + i) % COUNT; // control characters last
      if (allowed[c]) {
        return (char) c;
      }
    }
    if (other == 0) {
      throw new NotUnderstood();
    }
    return other;
  }

  private void addAll(CharacterClass more) {
    for (int i = 0; i < COUNT; i++) {
      allowed[i] |= more.allowed[i];
    }
  }
}
