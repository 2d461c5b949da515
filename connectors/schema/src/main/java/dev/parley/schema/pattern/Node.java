package dev.parley.schema.pattern;

import java.util.List;

/** A regular expression, as far as it is understood. */
sealed interface Node {

  /** What stands for repetitions without an end. */
  int ENDLESS = 100_000;

  /** How many characters it takes at the least. */
  int least();

  /** How many characters it can take at the most, up to {@link #ENDLESS}. */
  int most();

  /**
   * A match, as near to a length as can be had.
   *
   * @throws NotUnderstood if there is none
   */
  void write(int length, StringBuilder out);

  /** One character of those that are allowed; the plainest of them is written. */
  record One(CharacterClass allowed) implements Node {
    @Override
    public int least() {
      return 1;
    }

    @Override
    public int most() {
      return 1;
    }

    @Override
    public void write(int length, StringBuilder out) {
      out.append(allowed.plainest());
    }
  }

  /** One after the other; nothing at all if there are none. */
  record Row(List<Node> nodes) implements Node {
    @Override
    public int least() {
      return capped(nodes.stream().mapToLong(Node::least).sum());
    }

    @Override
    public int most() {
      return capped(nodes.stream().mapToLong(Node::most).sum());
    }

    @Override
    public void write(int length, StringBuilder out) {
      int missing = length - least();
      for (Node node : nodes) {
        int more = Math.clamp(missing, 0, node.most() - node.least());
        node.write(node.least() + more, out);
        missing -= more;
      }
    }
  }

  /** One of several. */
  record Either(List<Node> nodes) implements Node {
    @Override
    public int least() {
      return nodes.stream().mapToInt(Node::least).min().orElse(0);
    }

    @Override
    public int most() {
      return nodes.stream().mapToInt(Node::most).max().orElse(0);
    }

    @Override
    public void write(int length, StringBuilder out) {
      Node best = nodes.getFirst();
      for (Node node : nodes) {
        if (distance(node, length) < distance(best, length)) {
          best = node;
        }
      }
      best.write(length, out);
    }

    private static int distance(Node node, int length) {
      return Math.max(node.least() - length, Math.max(0, length - node.most()));
    }
  }

  /** The same several times. */
  record Repeat(Node node, int from, int to) implements Node {
    @Override
    public int least() {
      return capped((long) from * node.least());
    }

    @Override
    public int most() {
      return capped((long) to * node.most());
    }

    @Override
    public void write(int length, StringBuilder out) {
      int missing = Math.min(length, most());
      for (int i = 0; i < to; i++) {
        if (missing <= 0 && (i >= from || node.least() == 0)) {
          return;
        }
        int share = Math.clamp(missing / Math.max(1, from - i), node.least(), node.most());
        int before = out.length();
        node.write(share, out);
        if (out.length() == before) {
          return; // nothing comes of it, however often
        }
        missing -= out.length() - before;
      }
    }
  }

  private static int capped(long length) {
    return (int) Math.min(length, ENDLESS);
  }
}
