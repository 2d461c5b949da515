package dev.parley.speech.asr;

/** How widely a decoder searches: more finds more, and costs more. */
public enum Beam {
  NARROW,
  NORMAL,
  WIDE
}
