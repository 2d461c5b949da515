package dev.parley.conformance.server;

import java.time.Duration;
import java.util.List;

/** One reply: its parts, one behind the other. */
public record Recital(List<Piece> pieces) {

  public Recital {
    pieces = List.copyOf(pieces);
  }

  public static Recital of(Piece... pieces) {
    return new Recital(List.of(pieces));
  }

  /** Says a sentence; a word lasts 200 ms. */
  public static Recital say(String words) {
    return of(new Piece.Say(words, Duration.ofMillis(200L * words.split(" ").length)));
  }
}
