package dev.parley.schema.spoken.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the plain part of ECMA-262's regular expressions into sets of characters. */
final class Reader {

  private static final int DEEPEST = 40;

  private final String regex;
  private int at;
  private int depth;

  Reader(String regex) {
    this.regex = regex;
  }

  /**
   * @throws Part.NotUnderstood if it needs more than that
   */
  Part read() {
    Part part = alternatives();
    if (at < regex.length()) {
      throw new Part.NotUnderstood();
    }
    return part;
  }

  private Part alternatives() {
    if (++depth > DEEPEST) {
      throw new Part.NotUnderstood();
    }
    List<Part> found = new ArrayList<>();
    do {
      found.add(row());
    } while (taken('|'));
    depth--;
    return found.size() == 1 ? found.getFirst() : new Part.Either(found);
  }

  private Part row() {
    List<Part> found = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      if (!taken('^') && !taken('$')) { // a spoken code is the whole text anyway
        found.add(repeated(one()));
      }
    }
    return new Part.Row(found);
  }

  private Part one() {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Part.One(brackets());
      case '.' -> new Part.One(range(' ', '~'));
      case '\\' -> new Part.One(escaped());
      case '*', '+', '?', '{' -> throw new Part.NotUnderstood();
      default -> new Part.One(range(c, c));
    };
  }

  private Part group() {
    if (taken('?') && !taken(':')) {
      if (!taken('<') || at >= regex.length() || !Character.isLetter(regex.charAt(at))) {
        throw new Part.NotUnderstood(); // look-around and flags
      }
      at = regex.indexOf('>', at) + 1;
      if (at == 0) {
        throw new Part.NotUnderstood();
      }
    }
    Part inner = alternatives();
    if (!taken(')')) {
      throw new Part.NotUnderstood();
    }
    return inner;
  }

  private BitSet brackets() {
    BitSet found = new BitSet();
    boolean negated = taken('^');
    while (!taken(']')) {
      char from = next();
      if (from == '\\') {
        BitSet named = named(next());
        found.or(named);
        if (named.cardinality() != 1) {
          continue;
        }
        from = (char) named.nextSetBit(0);
      }
      char to = from;
      if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
        at++;
        char end = next();
        to = end == '\\' ? (char) named(next()).nextSetBit(0) : end;
      }
      found.or(range(from, to));
    }
    if (negated) {
      BitSet others = range(' ', '~');
      others.andNot(found);
      return others;
    }
    return found;
  }

  private BitSet escaped() {
    return named(next());
  }

  private static BitSet named(char name) {
    BitSet found = new BitSet();
    switch (name) {
      case 'd' -> found.or(range('0', '9'));
      case 'w' -> {
        found.or(range('a', 'z'));
        found.or(range('A', 'Z'));
        found.or(range('0', '9'));
        found.set('_');
      }
      case 's' -> found.set(' ');
      case 'D', 'W', 'S' -> {
        found.or(range(' ', '~'));
        found.andNot(named(Character.toLowerCase(name)));
      }
      default -> {
        if (Character.isLetterOrDigit(name)) {
          throw new Part.NotUnderstood(); // borders, back-references, control characters
        }
        found.set(name);
      }
    }
    return found;
  }

  private static BitSet range(char from, char to) {
    BitSet found = new BitSet();
    if (from < Part.CHARACTERS && from <= to) {
      found.set(from, Math.min(to, Part.CHARACTERS - 1) + 1);
    }
    return found;
  }

  private Part repeated(Part part) {
    int from;
    int to;
    if (taken('*')) {
      from = 0;
      to = Part.ENDLESS;
    } else if (taken('+')) {
      from = 1;
      to = Part.ENDLESS;
    } else if (taken('?')) {
      from = 0;
      to = 1;
    } else if (taken('{')) {
      from = number();
      to = from;
      if (taken(',')) {
        to = at < regex.length() && regex.charAt(at) == '}' ? Part.ENDLESS : number();
      }
      if (!taken('}') || to < from) {
        throw new Part.NotUnderstood();
      }
    } else {
      return part;
    }
    if (!taken('?')) { // lazy or not, the same texts match
      taken('+');
    }
    return new Part.Repeat(part, from, to);
  }

  private int number() {
    int from = at;
    int value = 0;
    while (at < regex.length() && Character.isDigit(regex.charAt(at))) {
      value = Math.min(Part.ENDLESS, value * 10 + Character.digit(regex.charAt(at++), 10));
    }
    if (at == from) {
      throw new Part.NotUnderstood();
    }
    return value;
  }

  private boolean taken(char expected) {
    if (at < regex.length() && regex.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private char next() {
    if (at >= regex.length()) {
      throw new Part.NotUnderstood();
    }
    return regex.charAt(at++);
  }
}
