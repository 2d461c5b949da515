package dev.parley.server.realtime;

/** How much audio the contents of items have. */
@FunctionalInterface
interface AudioLengths {

  /** In samples at the house's rate, in the time in which it was spoken or made. */
  long samples(String itemId, int content);
}
