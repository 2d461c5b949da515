package dev.parley.schema.example;

import dev.parley.schema.check.Place;
import dev.parley.schema.check.SchemaTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The ways to fulfil schemas: references followed, all-of laid open, and one way for each choice
 * between any-of, one-of, and then or else.
 */
final class Alternatives {

  private static final int MOST = 64;

  private final SchemaTree tree;
  private final List<Conjunction> found = new ArrayList<>();

  private Alternatives(SchemaTree tree) {
    this.tree = tree;
  }

  /** In the order of the schema; no more than {@value #MOST}. */
  static List<Conjunction> of(SchemaTree tree, List<Place> goals) {
    Alternatives all = new Alternatives(tree);
    all.open(new ArrayDeque<>(goals), List.of());
    return List.copyOf(all.found);
  }

  private void open(Deque<Place> goals, List<Place> opened) {
    if (found.size() >= MOST) {
      return;
    }
    List<Place> done = new ArrayList<>(opened);
    while (!goals.isEmpty()) {
      Place goal = goals.removeFirst();
      if (goal.node().isBoolean()) {
        if (goal.node().asBoolean()) {
          continue;
        }
        return; // nothing fulfils false
      }
      done.add(goal);
      if (goal.node().has("$ref")) {
        goals.addFirst(tree.follow(goal));
      }
      parts(goal.at("allOf")).forEach(goals::addLast);
      List<List<Place>> choices = choices(goal);
      if (!choices.isEmpty()) {
        for (List<Place> choice : choices) {
          Deque<Place> rest = new ArrayDeque<>(goals);
          choice.forEach(rest::addFirst);
          open(rest, done);
        }
        return;
      }
    }
    found.add(new Conjunction(done));
  }

  /** What must be chosen at a schema, all of its choices multiplied; none where it leaves none. */
  private static List<List<Place>> choices(Place goal) {
    List<List<Place>> choices = new ArrayList<>();
    for (String keyword : List.of("anyOf", "oneOf")) {
      if (goal.node().has(keyword)) {
        choices = times(choices, parts(goal.at(keyword)).stream().map(List::of).toList());
      }
    }
    if (goal.node().has("if")) {
      List<Place> yes = new ArrayList<>(List.of(goal.at("if")));
      if (goal.node().has("then")) {
        yes.add(goal.at("then"));
      }
      List<Place> no = goal.node().has("else") ? List.of(goal.at("else")) : List.of();
      choices = times(choices, List.of(no, yes));
    }
    return choices;
  }

  private static List<List<Place>> times(List<List<Place>> some, List<List<Place>> others) {
    if (some.isEmpty()) {
      return others;
    }
    List<List<Place>> product = new ArrayList<>();
    for (List<Place> one : some) {
      for (List<Place> other : others) {
        List<Place> both = new ArrayList<>(one);
        both.addAll(other);
        if (product.size() < MOST) {
          product.add(both);
        }
      }
    }
    return product;
  }

  private static List<Place> parts(Place list) {
    List<Place> parts = new ArrayList<>();
    for (int i = 0; i < list.node().size(); i++) {
      parts.add(list.at(i));
    }
    return parts;
  }
}
