package dev.parley.schema.spoken;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.slot.Codes;
import dev.parley.schema.spoken.slot.Slots;
import dev.parley.schema.spoken.words.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How likely tools, answers and corrections are said in which way. */
final class Nets {

  private static final List<String> COMMANDS = List.of("start", "go", "enter", "erase", "rubout");

  /** How often a caller says no more than the value. */
  private static final double VALUE_ONLY = 0.75;

  private static final double REQUIRED = 0.9;
  private static final double OPTIONAL = 0.25;

  private Nets() {}

  static Net anything(List<Tool> tools) {
    Net.Weighing all = new Net.Weighing().add(tools.isEmpty() ? 1 : 0.25, control());
    tools.forEach(tool -> all.add(0.75 / tools.size(), tool(tool)));
    return all.net().then(Net.words("please").maybe(0.02));
  }

  static Net argument(Argument argument) {
    Net value = argument.slot().map(slot -> slot.net()).orElse(Net.nothing());
    Net lead = Net.anyOf(List.of("it's", "it is", "the"));
    return new Net.Weighing().add(0.8, lead.maybe(0.08).then(value)).add(0.2, control()).net();
  }

  static Net confirmation(Tool tool, Draft draft) {
    Net.Weighing better = new Net.Weighing();
    for (Argument argument : tool.arguments()) {
      var value = draft.value(argument.name());
      if (value.isPresent() && argument.slot().isPresent()) {
        Net cue = Net.phrase(Slots.inWords(argument.name())).maybe(0.05);
        better.add(2, cue.then(argument.slot().get().net()));
        if (value.get().isCode() && argument.slot().get() instanceof Codes codes) {
          better.add(2, cue.then(codes.toldApart()));
          better.add(2, CorrectionNets.of(value.get().json().length()));
        }
      }
    }
    Net correction = better.net();
    Net denied = Net.words("no").then(Net.anyOf(List.of("it's", "it is")).maybe(0.2));
    return new Net.Weighing()
        .add(0.4, likely(Control.YES))
        .add(0.15, likely(Control.NO))
        .add(0.25, denied.then(correction))
        .add(0.15, correction)
        .add(0.05, control())
        .net();
  }

  private static Net control() {
    return new Net.Weighing()
        .add(0.35, likely(Control.YES))
        .add(0.2, likely(Control.NO))
        .add(0.1, likely(Control.HELP))
        .add(0.1, likely(Control.REPEAT))
        .add(0.1, likely(Control.CANCEL))
        .add(0.15, Net.anyOf(COMMANDS))
        .net();
  }

  /** The first of some phrases mostly, the others now and then. */
  private static Net likely(List<String> phrases) {
    Net others = Net.anyOf(phrases.subList(1, Math.min(6, phrases.size())));
    return new Net.Weighing().add(0.8, Net.phrase(phrases.getFirst())).add(0.2, others).net();
  }

  private static Net tool(Tool tool) {
    List<Argument> said = tool.arguments().stream().filter(a -> a.slot().isPresent()).toList();
    Net.Weighing asked = new Net.Weighing();
    if (tool.phrases().isEmpty()) {
      asked.add(3, lead(tool).then(all(said)));
    } else {
      tool.phrases().forEach(phrase -> asked.add(1, polite().then(phrase(tool, phrase))));
      asked.add(1, lead(tool).then(all(said)));
    }
    List<Argument> needed = said.stream().filter(Argument::required).toList();
    List<Argument> alone = needed.isEmpty() ? said : needed;
    if (alone.isEmpty()) {
      return asked.net();
    }
    Net.Weighing values = new Net.Weighing();
    alone.forEach(argument -> values.add(1, value(argument)));
    if (alone.size() > 1) {
      values.add(1, all(alone));
    }
    return new Net.Weighing().add(VALUE_ONLY, values.net()).add(1 - VALUE_ONLY, asked.net()).net();
  }

  private static Net lead(Tool tool) {
    Net name = Net.phrase(Slots.inWords(tool.name()));
    List<String> keywords =
        Stream.of(tool.purpose().toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1))
            .filter(ToolCompiler::tells)
            .distinct()
            .limit(6)
            .toList();
    Net words = keywords.isEmpty() ? name : Net.anyOf(keywords).repeated(0.4);
    Net article = Net.anyOf(List.of("the", "my", "a", "an")).maybe(0.15);
    return polite().then(article).then(new Net.Weighing().add(3, name).add(1, words).net());
  }

  private static Net polite() {
    return Net.anyOf(List.of("please", "i want to", "i'd like to", "can you", "i need"))
        .maybe(0.15);
  }

  /** A phrase with the values in their places, and those that have none behind. */
  private static Net phrase(Tool tool, String phrase) {
    Net all = Net.nothing();
    List<Argument> left = new ArrayList<>(tool.arguments());
    for (String word : phrase.split(" ", -1)) {
      if (word.startsWith("{") && word.endsWith("}")) {
        var argument = tool.argument(word.substring(1, word.length() - 1));
        if (argument.isPresent()) {
          all = all.then(value(argument.get()));
          left.remove(argument.get());
        }
      } else {
        all = all.then(Net.phrase(word));
      }
    }
    return all.then(all(left.stream().filter(a -> a.slot().isPresent()).toList()));
  }

  private static Net all(List<Argument> arguments) {
    Net all = Net.nothing();
    for (Argument argument : arguments) {
      Net glue = Net.anyOf(List.of("for", "to", "of", "with", "is", "the", "at")).maybe(0.25);
      Net cue = Net.phrase(Slots.inWords(argument.name())).maybe(0.3);
      Net one = glue.then(cue).then(value(argument));
      all = all.then(one.maybe(argument.required() ? REQUIRED : OPTIONAL));
    }
    return all;
  }

  private static Net value(Argument argument) {
    return argument.slot().map(slot -> slot.net()).orElse(Net.nothing());
  }
}
