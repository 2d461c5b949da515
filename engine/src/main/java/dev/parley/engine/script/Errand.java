package dev.parley.engine.script;

import dev.parley.engine.model.Delivery;
import java.util.concurrent.Callable;

/** Work for a part of a reply that takes long, and is therefore done on another thread. */
sealed interface Errand {

  /** A voice shall speak this phrase. */
  record Speak(SpokenPart part, String phrase, Delivery how) implements Errand {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Speak[" + phrase.length() + " chars]";
    }
  }

  /** Arguments shall be found for this call. */
  record FindArguments(CallPart part, Callable<String> search) implements Errand {}
}
