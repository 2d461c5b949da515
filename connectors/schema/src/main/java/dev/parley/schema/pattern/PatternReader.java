package dev.parley.schema.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the plain part of ECMA-262's regular expressions: characters, classes, groups,
 * alternatives, repetitions, and anchors at the ends.
 */
final class PatternReader {

  private static final int DEEPEST = 40;

  private final String regex;
  private int at;
  private int depth;

  PatternReader(String regex) {
    this.regex = regex;
  }

  /**
   * @throws NotUnderstood if it needs more than that
   */
  Node read() {
    Node node = alternatives();
    if (at < regex.length()) {
      throw new NotUnderstood();
    }
    return node;
  }

  private Node alternatives() {
    if (++depth > DEEPEST) {
      throw new NotUnderstood(); // rather than no stack any more
    }
    List<Node> found = new ArrayList<>();
    do {
      found.add(row());
    } while (taken('|'));
    depth--;
    return found.size() == 1 ? found.getFirst() : new Node.Either(found);
  }

  private Node row() {
    List<Node> found = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      if (!taken('^') && !taken('$')) { // whether they hold is seen when the text is tried
        found.add(repeated(one()));
      }
    }
    return new Node.Row(found);
  }

  private Node one() {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Node.One(brackets());
      case '.' -> new Node.One(CharacterClass.anything());
      case '\\' -> new Node.One(escaped());
      case '*', '+', '?', '{' -> throw new NotUnderstood();
      default -> new Node.One(CharacterClass.of(c, c));
    };
  }

  private Node group() {
    if (taken('?') && !taken(':')) {
      if (!taken('<') || at >= regex.length() || !Character.isLetter(regex.charAt(at))) {
        throw new NotUnderstood(); // look-around and flags
      }
      at = regex.indexOf('>', at) + 1; // a group's name says nothing about its text
      if (at == 0) {
        throw new NotUnderstood();
      }
    }
    Node inner = alternatives();
    if (!taken(')')) {
      throw new NotUnderstood();
    }
    return inner;
  }

  private CharacterClass brackets() {
    CharacterClass found = new CharacterClass();
    boolean negated = taken('^');
    while (!taken(']')) {
      char from = next();
      if (from == '[' || from == '&') {
        throw new NotUnderstood(); // means more in Java than in ECMA-262
      }
      if (from == '\\') {
        char name = next();
        if (found.addNamed(name)) {
          continue;
        }
        from = literal(name);
      }
      char to = from;
      if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
        at++;
        char end = next();
        to = end == '\\' ? literal(next()) : end;
      }
      found.add(from, to);
    }
    return negated ? found.negated() : found;
  }

  private CharacterClass escaped() {
    char name = next();
    CharacterClass found = new CharacterClass();
    if (!found.addNamed(name)) {
      char literal = literal(name);
      found.add(literal, literal);
    }
    return found;
  }

  private char literal(char name) {
    return switch (name) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      default -> {
        if (Character.isLetterOrDigit(name)) {
          throw new NotUnderstood(); // word borders, back-references, properties
        }
        yield name;
      }
    };
  }

  private char hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw new NotUnderstood();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Node repeated(Node node) {
    int from;
    int to;
    if (taken('*')) {
      from = 0;
      to = Node.ENDLESS;
    } else if (taken('+')) {
      from = 1;
      to = Node.ENDLESS;
    } else if (taken('?')) {
      from = 0;
      to = 1;
    } else if (taken('{')) {
      from = number();
      to = from;
      if (taken(',')) {
        to = at < regex.length() && regex.charAt(at) == '}' ? Node.ENDLESS : number();
      }
      if (!taken('}') || to < from) {
        throw new NotUnderstood();
      }
    } else {
      return node;
    }
    if (!taken('?')) { // lazy or not, the same texts match
      taken('+');
    }
    return new Node.Repeat(node, from, to);
  }

  private int number() {
    int from = at;
    int value = 0;
    while (at < regex.length() && Character.isDigit(regex.charAt(at))) {
      value = Math.min(Node.ENDLESS, value * 10 + Character.digit(regex.charAt(at++), 10));
    }
    if (at == from) {
      throw new NotUnderstood();
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
      throw new NotUnderstood();
    }
    return regex.charAt(at++);
  }
}
